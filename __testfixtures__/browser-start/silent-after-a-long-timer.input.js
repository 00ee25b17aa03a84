let clicks = 0;

later(() => {
  fetch('https://example.com/news.json').then((response) => response.json()).then(({ length }) => {
    chrome.action.setBadgeText({ text: String(length) });
  });
});

function later(callback) {
  setTimeout(callback, 60 * 60000);
}

setInterval(() => {
  chrome.action.setTitle({ title: `${clicks} clicks` });
}, 60000);

chrome.action.onClicked.addListener(() => {
  clicks++;
});
