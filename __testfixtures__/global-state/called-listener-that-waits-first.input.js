let shown = '';
async function update() {
  const [tab] = await chrome.tabs.query({ active: true });
  if (!tab || tab.url === shown) return;
  shown = tab.url ?? '';
  chrome.action.setBadgeText({ text: shown });
}
chrome.tabs.onActivated.addListener(update);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'update') update();
  chrome.action.setTitle({ title: alarm.name });
});
