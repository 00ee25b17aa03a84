const store = typeof localStorage !== 'undefined' ? localStorage : new Map();
function read() {
  if (!('localStorage' in self)) return undefined;
  return self.localStorage.getItem('a');
}
chrome.browserAction.onClicked.addListener(() => console.log(read(), store));
