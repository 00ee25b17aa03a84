chrome.runtime.onMessage.addListener(({ minutes }) => {
  chrome.alarms.create('timer:' + minutes, { delayInMinutes: minutes });
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  console.log('rang', name);
  if (name.indexOf('timer') === 0) {
    chrome.tabs.create({ url: 'done.html' });
  } else if (name === 'check') {
    chrome.runtime.requestUpdateCheck(() => {});
  } else {
    console.warn('unknown alarm', name);
  }
});

chrome.alarms.get('alarm').then((alarm) => {
  if (!alarm) chrome.alarms.create('alarm', { periodInMinutes: 60 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'alarm') {
    chrome.browsingData.removeCache({});
    chrome.browsingData.removeCookies({});
  }
});
