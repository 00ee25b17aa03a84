chrome.action.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['content.js'] });
  chrome.alarms.create('check', { periodInMinutes: 5 });
});

chrome.alarms.onAlarm.addListener(() => chrome.storage.local.set({ checked: Date.now() }));
