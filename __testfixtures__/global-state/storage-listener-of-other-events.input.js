let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

function refresh() {
  console.log('refresh');
}

chrome.storage.onChanged.addListener(refresh);
chrome.notifications.onClosed.addListener(refresh);
