chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
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
});

chrome.action.onClicked.addListener(() => chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id)));

chrome.action.onClicked.addListener(function (clicked) {
  console.log(clicked.id);
  chrome.tabs.query({ active: true, currentWindow: true }, function (tabs) {
    var current = tabs[0];
    chrome.tabs.update(current.id, { pinned: !current.pinned });
  });
});

chrome.action.onClicked.addListener(async () => {
  const [current] = await chrome.tabs.query({ active: true, currentWindow: true });
  await chrome.tabs.reload(current.id);
  chrome.runtime.sendMessage({ current });
});
