['onCreated', 'onRemoved'].forEach((name) => {
  chrome.tabs[name].addListener(() => {});
});
for (const event of [chrome.windows.onCreated, chrome.windows.onRemoved]) {
  event.addListener(() => {});
}
