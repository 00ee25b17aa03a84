// Content scripts are no modules, but they can load some.
(async () => {
  const { start } = await import(chrome.runtime.getURL('content/notes.js'));
  start();
})();
