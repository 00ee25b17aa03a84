const getSelected = promisify(chrome.tabs.getSelected);
const { getAllInWindow } = chrome.tabs;
getAllInWindow(null, console.log);
const args = [null, console.log];
chrome.tabs.getSelected(...args);
if (chrome.tabs.getSelected) console.log('an old browser');
getSelected(null).then(console.log);
function promisify(fn) { return (...list) => new Promise((resolve) => fn(...list, resolve)); }
