const check = async () => {
  await fetch('https://mail.example/inbox');
};

const startCheck = () => {
  chrome.alarms.create('check', { periodInMinutes: 1 });
  check();
};
chrome.runtime.onInstalled.addListener(startCheck);
chrome.runtime.onStartup.addListener(startCheck);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'check') check();
});

chrome.action.onClicked.addListener(() => chrome.alarms.clear('check'));
