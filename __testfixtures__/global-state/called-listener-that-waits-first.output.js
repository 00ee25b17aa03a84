let shown = '';
const stateRestored = chrome.storage.session.get({ shown }).then((saved) => {
  shown = saved.shown;
}).catch(console.error);
async function update() {
  const [tab] = await chrome.tabs.query({ active: true });
  await stateRestored;
  if (!tab || tab.url === shown) return;
  shown = tab.url ?? '';
  chrome.storage.session.set({ shown });
  chrome.action.setBadgeText({ text: shown });
}
chrome.tabs.onActivated.addListener(update);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'update') update();
  chrome.action.setTitle({ title: alarm.name });
});
