function check() {
  chrome.action.setBadgeText({ text: '!' });
}

setInterval(check, (1 + Math.random()) * 60000);
chrome.tabs.query({}, (tabs) => {
  setInterval(check, tabs.length * 60000);
});
chrome.storage.local.get({ seconds: 300 }, ({ seconds }) => {
  setInterval(check, seconds * 1000);
});
chrome.runtime.onMessage.addListener(({ minutes }) => {
  setInterval(check, minutes * 60000);
});

let period = 5;
setInterval(check, period * 60000);
chrome.tabs.onCreated.addListener((tab) => {
  period = tab.id;
});
