const INTERVAL = 10 * 60 * 1000;

function update() {
  fetch('https://status.example/').then(() => chrome.action.setBadgeText({ text: 'new' }));
}

update();
setInterval(update, INTERVAL);

chrome.action.onClicked.addListener(update);
