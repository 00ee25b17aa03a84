chrome.action.onClicked.addListener((tab) => {
  // Twice.
  chrome.tabs.reload(tab.id);

  if (tab.url.startsWith('http')) {
    chrome.tabs.update(tab.id, { muted: true });
    return;
  }
  console.log(`
  ${tab.id}
    `);
});

chrome.action.onClicked.addListener((tab) => chrome.tabs.reload(tab.id));

chrome.action.onClicked.addListener(function (clicked) {
  console.log(clicked.id);
  var current = clicked;
  chrome.tabs.update(current.id, { pinned: !current.pinned });
});

chrome.action.onClicked.addListener(async (current) => {
  await chrome.tabs.reload(current.id);
  chrome.runtime.sendMessage({ current });
});
