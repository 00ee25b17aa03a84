let port = 80;
let name = '';
let client = '';
const stateRestored = chrome.storage.session.get({ port, client }).then((saved) => {
  port = saved.port;
  client = saved.client;
}).catch(console.error);

function connect(server) {
  return `${server}:${port}`;
}

chrome.runtime.onConnect.addListener((connection) => {
  name = connection.name;
});
chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    port += 1;
    chrome.storage.session.set({ port });
    client = connect('server');
    chrome.storage.session.set({ client });
    chrome.browserAction.setTitle({ title: name + client });
  });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: client });
});
