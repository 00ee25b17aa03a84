chrome.alarms.create('refresh', { periodInMinutes: 5 });

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'stop') chrome.alarms.clear('refresh');
});
