chrome.tabs.onCreated.addListener(() => {
  localStorage.opened = Number(localStorage.opened || 0) + 1;
  chrome.browserAction.setBadgeText({ text: localStorage.opened });
});
