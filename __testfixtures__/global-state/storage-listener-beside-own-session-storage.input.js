let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  chrome.storage.session.set({ opened: true });
});
chrome.action.onClicked.addListener(() => console.log(n));
chrome.storage.onChanged.addListener((changes) => {
  console.log('changed', Object.keys(changes).length);
});
