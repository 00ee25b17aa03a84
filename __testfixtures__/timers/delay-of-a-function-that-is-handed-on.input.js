function later(work, delay = 50) {
  setTimeout(work, delay);
}

function poll(period = 60000) {
  setInterval(look, period);
}

function look() {
  fetch('https://news.example/');
}

later(look);
chrome.tabs.onRemoved.addListener(() => ['a'].forEach(later.bind(null, console.log, 90000)));
poll();
chrome.windows.onFocusChanged.addListener(poll);
