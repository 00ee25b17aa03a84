function keepAnEyeOn(tab) {
  chrome.alarms.create(`closing-${tab.id}`, { delayInMinutes: 5 });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('closing-')) {
    const tabId2 = Number(alarm.name.slice('closing-'.length));
    chrome.tabs.remove(tabId2);
  }
});

chrome.tabs.onCreated.addListener(async (tab) => {
  const { isOn } = await chrome.storage.local.get('isOn');
  if (isOn) keepAnEyeOn(tab);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  chrome.alarms.clear(`closing-${tabId}`);
});
