const state = { on: false };

async function main() {
  chrome.runtime.onMessage.addListener((message) => {
    if (message === 'hello') console.log('hello');
  });
  const loading = chrome.storage.local.get({ on: false }).then(({ on }) => {
    state.on = on;
  });

  chrome.tabs.onCreated.addListener(async (tab) => {
    await settingsLoaded;
    if (state.on) chrome.tabs.sendMessage(tab.id, 'created');
  });
  await chrome.storage.local.get('later');
  await loading;
}

const settingsLoaded = main().catch(console.error);
