browser.runtime.onStartup.addListener(() => browser.action.setBadgeText({ text: '' }));
setInterval(check, 900000);

function check() {
  fetch('https://news.example/').then((answer) => browser.action.setBadgeText({ text: String(answer.status) }));
}
