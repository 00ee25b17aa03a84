async function register(details) {
  if (typeof browser === 'object' && browser !== null && browser.contentScripts && typeof browser.contentScripts.register === 'function') {
    return browser.contentScripts.register(details);
  }
  return chrome.scripting.registerContentScripts([{ id: 'reader', ...details }]);
}

if (typeof browser === 'undefined' || !browser.contextualIdentities) {
  console.log('no containers');
}
