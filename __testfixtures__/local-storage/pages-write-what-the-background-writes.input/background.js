chrome.runtime.onInstalled.addListener(() => {
  localStorage.mode = 'dark';
});
chrome.tabs.onCreated.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
