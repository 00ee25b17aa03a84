chrome.runtime.onMessage.addListener((message) => {
  for (key in message) {
    console.log(key, message[key]);
  }
  for (i = 0; i < message.list.length; i++) {
    console.log(message.list[i]);
  }
});

chrome.tabs.onRemoved.addListener((tabId) => {
  // After the loop, it may never have been set.
  for (last of [tabId].filter(Boolean)) console.log(tabId);
  console.log(last);
});
