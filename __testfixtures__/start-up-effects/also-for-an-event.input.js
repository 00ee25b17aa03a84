function refresh() {
  fetch('https://api.example/news');
}
refresh();
chrome.alarms.onAlarm.addListener(refresh);
