let on = false;

function init() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ on: false }, (items) => {
      on = items.on;
      chrome.tabs.onCreated.addListener((tab) => {
        if (on) chrome.tabs.sendMessage(tab.id, 'created');
      });
      resolve();
    });
  });
}

init();
