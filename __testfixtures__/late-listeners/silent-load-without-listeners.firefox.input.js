window.addEventListener('load', () => {
  document.title = 'Background';
});
chrome.tabs.onCreated.addListener(() => {});
