const COUNTED = /^http/;

window.counts = {};
window.lastPage = '';
window.onerror = (message) => console.log(message);

window.chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url || !COUNTED.test(url)) return;
  const site = window.Sites.hostOf(url);
  window.counts[site] = (window.counts[site] || 0) + 1;
  window.lastPage = url;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (!('wordsFor' in window) || message.command !== 'describe') return;
  const site = message.site || window.Sites.hostOf(window.lastPage);
  const { plural } = window;
  const text = `${site}: ${plural(window.counts[site] || 0, 'page')}`;
  window.later(() => sendResponse(text));
  return true;
});
