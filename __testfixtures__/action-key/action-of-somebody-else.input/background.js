chrome.runtime.onMessage.addListener(({ action }) => {
  if (action.type === 'open') chrome.tabs.create({ url: action.url });
});
