var MINUTES = 10;

function stopTimer(tabId) {
	chrome.alarms.clear('timer-' + tabId);
}

// Gives a tab ten more minutes.
function startTimer(tabId) {
	stopTimer(tabId);
	chrome.alarms.create('timer-' + tabId, { delayInMinutes: MINUTES });
}

chrome.alarms.onAlarm.addListener(function (alarm) {
	if (alarm.name.indexOf('timer-') === 0) {
		var tabId = Number(alarm.name.slice('timer-'.length));
		chrome.tabs.remove(tabId);
		chrome.storage.local.get({ closed: 0 }, function (items) {
			chrome.storage.local.set({ closed: items.closed + 1 });
		});
	}
});

chrome.tabs.onUpdated.addListener(function (tabId, change, tab) {
	if (change.status !== 'complete') return;
	if (/^http:\/\/one\.example\//.test(tab.url)) startTimer(tabId);
	else stopTimer(tabId);
});

chrome.tabs.onRemoved.addListener(function (tabId) {
	stopTimer(tabId);
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
	chrome.storage.local.get({ closed: 0 }, function (items) {
		sendResponse(items.closed);
	});
	return true;
});
