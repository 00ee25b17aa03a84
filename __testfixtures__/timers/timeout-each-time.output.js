chrome.tabs.onCreated.addListener((tab) => {
  chrome.alarms.create(`tabs-remove-${tab.id}-${crypto.randomUUID()}`, { delayInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('tabs-remove-')) {
    const tabId = parseInt(alarm.name.slice('tabs-remove-'.length), 10);
    chrome.tabs.remove(tabId);
  }
  if (alarm.name.startsWith('notify-')) notify();
});
chrome.commands.onCommand.addListener(() => {
  chrome.alarms.create(`notify-${crypto.randomUUID()}`, { delayInMinutes: 2 });
});

function notify() {
  chrome.action.setBadgeText({ text: 'done' });
}
