async function register(details) {
  if (typeof browser === 'object' && typeof browser.contentScripts?.register === 'function') {
    return browser.contentScripts.register(details);
  }
  if (chrome.scripting) return chrome.scripting.registerContentScripts([{ id: 'reader', ...details }]);
}
