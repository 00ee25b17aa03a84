chrome.tabs.onCreated.addListener(() => {
  localStorage.count += 'i';
});
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'clear') localStorage.clear();
});
