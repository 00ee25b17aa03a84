function every(minutes) {
  setInterval(tick, minutes * 60000);
}
function tick() {
  chrome.action.setBadgeText({ text: 'x' });
}
every(1);
every(1);
