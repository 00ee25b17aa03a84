let count = 0;
const api = {
  bump() { count++; },
};
chrome.tabs.onCreated.addListener(() => { api.bump(); });
chrome.action.onClicked.addListener(() => console.log(count));
