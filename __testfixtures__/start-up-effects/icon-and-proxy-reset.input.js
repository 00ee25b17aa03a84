chrome.browserAction.setIcon({ path: 'off.png' });
chrome.proxy.settings.clear({ scope: 'regular' });

chrome.runtime.onMessage.addListener((message) => {
  if (message.type !== 'connect') return;
  chrome.proxy.settings.set({ value: { mode: 'fixed_servers', rules: { singleProxy: { host: message.host } } }, scope: 'regular' });
  chrome.browserAction.setIcon({ path: 'on.png' });
});
