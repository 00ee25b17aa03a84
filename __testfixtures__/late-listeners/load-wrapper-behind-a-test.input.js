if (document.readyState === 'complete') init();
else window.addEventListener('load', init);

function init() {
  chrome.tabs.onCreated.addListener(() => {});
}
