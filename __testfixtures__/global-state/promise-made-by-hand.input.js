let shownIn = null;

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

chrome.tabs.onCreated.addListener(() => {
  console.log(shownIn);
  activeTabId().then((tabId) => {
    shownIn = tabId;
  }).catch(() => console.log('none'));
});
