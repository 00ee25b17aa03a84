const state = { on: false };

async function main() {
  chrome.runtime.onMessage.addListener((message) => {
    if (message === 'hello') console.log('hello');
  });
  chrome.storage.local.get({ on: false }, ({ on }) => {
    state.on = on;
    chrome.tabs.onCreated.addListener((tab) => {
      if (state.on) chrome.tabs.sendMessage(tab.id, 'created');
    });
  });
  await chrome.storage.local.get('later');
}

main();
