chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, function (tabs) {
    this.tab = tabs[0];
  });
});
chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    if (chrome.runtime.lastError) return;
    chrome.tabs.reload(tab.id);
  });
});
chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, async ([tab]) => {
    await chrome.tabs.reload(tab.id);
  });
});
chrome.action.onClicked.addListener((clicked) => {
  const url = clicked.url;
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    const url = tab.url;
    console.log(url);
  });
  if (url) return;
});
chrome.action.onClicked.addListener(({ id }) => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(id, tab.id));
});
chrome.action.onClicked.addListener((...all) => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(all, tab.id));
});
