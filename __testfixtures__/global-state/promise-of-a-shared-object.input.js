const defaults = { badge: 'on' };
let options = {};

function read() {
  return new Promise((resolve) => resolve(defaults));
}

chrome.tabs.onActivated.addListener(async () => {
  options = await read();
});
chrome.action.onClicked.addListener(() => {
  defaults.badge = 'off';
  console.log(options.badge);
});
