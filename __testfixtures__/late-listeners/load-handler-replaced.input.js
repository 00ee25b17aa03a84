window.onload = function () {
  chrome.tabs.onCreated.addListener(() => {});
};
window.onload = function () {
  chrome.tabs.onRemoved.addListener(() => {});
};
