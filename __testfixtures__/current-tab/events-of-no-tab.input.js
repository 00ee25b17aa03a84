chrome.alarms.onAlarm.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(tab.url));
});
chrome.tabs.onActivated.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(tab.url));
});
chrome.omnibox.onInputEntered.addListener((url) => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.update(tab.id, { url }));
});
