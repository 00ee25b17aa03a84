var engines = [
  { name: 'Google', url: 'https://www.google.com/search?q=%s' },
  { name: 'Wikipedia', url: 'https://en.wikipedia.org/w/index.php?search=%s' }
];
