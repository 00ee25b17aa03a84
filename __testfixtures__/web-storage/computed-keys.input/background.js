function read(key) {
  return JSON.parse(localStorage[key]);
}
chrome.tabs.onCreated.addListener(() => console.log(read('settings')));
