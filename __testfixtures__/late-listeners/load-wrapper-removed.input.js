function init() {
  window.removeEventListener('load', init);
  chrome.tabs.onCreated.addListener(() => {});
}
window.addEventListener('load', init);
