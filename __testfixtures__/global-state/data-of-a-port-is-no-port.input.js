let port = 80;
let name = '';
let client = '';

function connect(server) {
  return `${server}:${port}`;
}

chrome.runtime.onConnect.addListener((connection) => {
  name = connection.name;
});
chrome.runtime.onMessage.addListener((message) => {
  port += 1;
  client = connect('server');
  chrome.browserAction.setTitle({ title: name + client });
});
chrome.tabs.onCreated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: client });
});
