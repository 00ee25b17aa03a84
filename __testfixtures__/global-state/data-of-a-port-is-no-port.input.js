let port = 80;
let client = '';

function connect(server) {
  return `${server}:${port}`;
}

chrome.runtime.onMessage.addListener(() => {
  port += 1;
  client = connect('server');
  chrome.browserAction.setTitle({ title: client });
});
chrome.tabs.onCreated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: client });
});
