let settings = { minutes: 5, sound: true };

chrome.storage.local.get(settings, (items) => {
  settings = items;
  setInterval(check, settings.minutes * 60 * 1000);
});

function check() {
  fetch('https://mail.example/inbox').then(() => chrome.action.setBadgeText({ text: settings.sound ? '!' : '' }));
}
