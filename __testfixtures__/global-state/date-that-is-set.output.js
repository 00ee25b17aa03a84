let until;
const stateRestored = chrome.storage.session.get({ until: { value: until && until.getTime() } }).then((saved) => {
  until = saved.until.value && new Date(saved.until.value);
}).catch(console.error);

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  until = new Date();
  chrome.storage.session.set({ until: { value: until && until.getTime() } });
  until.setHours(23, 59, 59, 0);
  chrome.storage.session.set({ until: { value: until && until.getTime() } });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(until !== undefined && until > new Date());
  });
  return true;
});
