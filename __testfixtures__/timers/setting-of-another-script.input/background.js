if (Settings.polling) setInterval(poll, 60000);
if (window.Enabled) setInterval(poll, 90000);
if (navigator.onLine) setInterval(poll, 120000);

function poll() {
  chrome.browserAction.setBadgeText({ text: '!' });
}
