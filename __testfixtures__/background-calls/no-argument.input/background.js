function refresh() {
  chrome.alarms.create('refresh', { when: Date.now() });
}
