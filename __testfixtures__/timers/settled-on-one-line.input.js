chrome.storage.sync.get({ hours: 1 }, (o) => { setInterval(poll, o.hours * 3600 * 1000); });

function poll() {
  fetch('https://news.example/').then((answer) => chrome.action.setBadgeText({ text: String(answer.status) }));
}
