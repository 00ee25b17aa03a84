let shownIn = null;
const stateRestored = chrome.storage.session.get({ shownIn }).then((saved) => {
  shownIn = saved.shownIn;
}).catch(console.error);

function activeTabId() {
  return new Promise((resolve, reject) => {
    chrome.tabs.query({ active: true }, (tabs) => {
      if (tabs.length > 0 && tabs[0].id) {
        resolve(tabs[0].id);
      } else {
        reject('none');
      }
    });
  });
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(shownIn);
  activeTabId().then((tabId) => {
    shownIn = tabId;
    chrome.storage.session.set({ shownIn });
  }).catch(() => console.log('none'));
});
