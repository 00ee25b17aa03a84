later(() => {
  fetch('https://example.com/news.json').then((response) => response.json()).then(({ length }) => {
    chrome.action.setBadgeText({ text: String(length) });
  });
});

function later(callback) {
  setTimeout(callback, 5000);
}

setInterval(() => {
  chrome.action.setTitle({ title: new Date().toLocaleTimeString() });
}, 1000);

chrome.action.onClicked.addListener(() => {
  chrome.runtime.openOptionsPage();
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
