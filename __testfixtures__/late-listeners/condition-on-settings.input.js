chrome.storage.sync.get({ notify: true, sound: '' }, (settings) => {
  if (settings.notify) {
    chrome.tabs.onCreated.addListener((tab) => {
      console.log('new tab', tab.id, settings.sound);
    });
  }
});
