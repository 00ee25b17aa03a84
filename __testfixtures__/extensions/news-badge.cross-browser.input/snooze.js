function snooze() {
  chrome.browserAction.setTitle({ title: 'Snoozing' });
  clearTimeout(snoozing);
  snoozing = setTimeout(() => {
    snoozing = null;
    awake();
  }, 30 * MINUTE);
}

function awake() {
  chrome.browserAction.setTitle({ title: 'News' });
}
