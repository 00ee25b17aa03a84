let currentTab;

function isWeb(url) {
  const parsed = new URL(url);
  return parsed.protocol.startsWith('http');
}

chrome.tabs.onActivated.addListener(() => {
  chrome.tabs.query({ active: true }, (tabs) => {
    if (currentTab) console.log(currentTab.title);
    if (tabs[0]) {
      currentTab = tabs[0];
      if (currentTab.url && isWeb(currentTab.url)) console.log(currentTab.url);
    }
  });
});
