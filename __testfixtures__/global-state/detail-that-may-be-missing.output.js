let status = '';
const stateRestored = chrome.storage.session.get({ status: { value: status } }).then((saved) => {
  status = saved.status.value;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info) => {
  await stateRestored;
  status = info.status;
  chrome.storage.session.set({ status: { value: status } });
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(String(status));
});
