let port = 80;
let client = '';
const stateRestored = chrome.storage.session.get({ port, client }).then((saved) => {
  port = saved.port;
  client = saved.client;
}).catch(console.error);

function connect(server) {
  return `${server}:${port}`;
}

chrome.runtime.onMessage.addListener(() => {
  stateRestored.then(() => {
    port += 1;
    chrome.storage.session.set({ port });
    client = connect('server');
    chrome.storage.session.set({ client });
    chrome.browserAction.setTitle({ title: client });
  });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: client });
});
