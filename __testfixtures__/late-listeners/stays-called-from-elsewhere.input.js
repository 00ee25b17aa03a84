function listen() {
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
}

async function start() {
  await chrome.storage.local.get('on');
  listen();
}

function startAgain() {
  listen();
}

start();
