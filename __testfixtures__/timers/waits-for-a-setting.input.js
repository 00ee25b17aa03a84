async function start() {
  const { enabled } = await chrome.storage.local.get('enabled');
  if (enabled) setInterval(beep, 60000);
}

function beep() {
  chrome.action.setBadgeText({ text: '!' });
}
start();
