let on = false;

function init() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ on: false }, (items) => {
      on = items.on;
      resolve();
    });

    chrome.tabs.onCreated.addListener(async (tab) => {
      await onLoaded;
      if (on) chrome.tabs.sendMessage(tab.id, 'created');
    });
  });
}

const onLoaded = init().catch(console.error);
