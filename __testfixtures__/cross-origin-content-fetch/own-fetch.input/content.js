function fetch(url) {
  return new Promise((resolve) => chrome.runtime.sendMessage({ url }, resolve));
}
fetch('https://api.example.org/price').then(console.log);
content.fetch('https://api.example.org/price').then(console.log);
