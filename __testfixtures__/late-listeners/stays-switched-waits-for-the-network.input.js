function log(tabId) {
  console.log(tabId);
}
async function update() {
  const answer = await fetch('https://example.com/features.json');
  const { closing } = await answer.json();
  if (closing) chrome.tabs.onRemoved.addListener(log);
  else chrome.tabs.onRemoved.removeListener(log);
}
chrome.alarms.onAlarm.addListener(update);
update();
