chrome.alarms.create('later', { delayInMinutes: 5 });
