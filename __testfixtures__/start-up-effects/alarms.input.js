chrome.alarms.create('refresh', { periodInMinutes: 30 });
chrome.alarms.create('later', { delayInMinutes: 5 });
