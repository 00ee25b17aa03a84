chrome.action.onClicked.addListener(reload);
chrome.runtime.onStartup.addListener(() => reload());

function reload() {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id));
}

chrome.action.onClicked.addListener(mute);
chrome.alarms.onAlarm.addListener(mute);

function mute() {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.update(tab.id, { muted: true }));
}
