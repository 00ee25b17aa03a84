chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ /* the one in front */ active: true, currentWindow: true }, ([tab]) => {
    chrome.tabs.reload(tab.id);
  });
});
chrome.action.onClicked.addListener(async () => {
  const [tab] = await chrome.tabs.query({
    active: true, // the one in front
    currentWindow: true,
  });
  chrome.tabs.reload(tab.id);
});
