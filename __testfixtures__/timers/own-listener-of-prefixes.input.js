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

setInterval(() => {
  chrome.browsingData.removeCache({});
  chrome.browsingData.removeCookies({});
}, 3600000);
