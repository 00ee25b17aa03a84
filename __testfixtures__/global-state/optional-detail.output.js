let lastWindow = 0;
const stateRestored = chrome.storage.session.get({ lastWindow: { value: lastWindow } }).then((saved) => {
  lastWindow = saved.lastWindow.value;
}).catch(console.error);

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  console.log(lastWindow);
  chrome.tabs.query({ active: true }, (tabs) => {
    lastWindow = tabs[0]?.windowId;
    chrome.storage.session.set({ lastWindow: { value: lastWindow } });
  });
});
