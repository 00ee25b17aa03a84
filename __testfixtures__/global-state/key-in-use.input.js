let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  chrome.storage.session.set({ n: 'other' });
});
chrome.action.onClicked.addListener(() => console.log(n));
