chrome.runtime.onMessage.addListener(async () => {
  const parser = await import('https://cdn.example.com/parser.js');
  const own = await import('./own.js');
  parser.start(own);
});
