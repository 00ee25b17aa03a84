function fade(step) {
  for (var i = 0; i < 10; i++) {
    (function (i) {
      setTimeout(() => chrome.browserAction.setBadgeBackgroundColor({ color: [0, 0, 0, 25 * i] }), 1800 + step * i);
    })(i);
  }
}

function spread(delay) {
  return delay * (0.9 + 0.2 * Math.random());
}

chrome.browserAction.onClicked.addListener((tab) => {
  fade(50);
  setTimeout(() => chrome.tabs.reload(tab.id), spread(2000));
});
