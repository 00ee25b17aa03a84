const localStorage = {
  values: new Map(),
  getItem(key) { return this.values.get(key); },
};
const { sessionStorage } = { sessionStorage: new Map() };
chrome.browserAction.onClicked.addListener(() => console.log(localStorage.getItem('a'), sessionStorage.get('b')));
