function refresh() {
  chrome.tabs.query({}, (tabs) => chrome.browserAction.setBadgeText({ text: String(tabs.length) }));
}

chrome.storage.local.get({ badge: true }, ({ badge }) => {
  if (!badge) return;
  [chrome.tabs.onCreated, chrome.tabs.onRemoved].forEach((event) => event.addListener(refresh));
  for (const event of [chrome.windows.onCreated, chrome.windows.onRemoved]) event.addListener(refresh);
  for (const name of ['onAttached', 'onDetached']) chrome.tabs[name].addListener(refresh);
});
