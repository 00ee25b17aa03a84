var MINUTES = 10;
var timers = {};

function stopTimer(tabId) {
	if (timers[tabId]) {
		clearTimeout(timers[tabId]);
		delete timers[tabId];
	}
}

// Gives a tab ten more minutes.
function startTimer(tabId) {
	stopTimer(tabId);
	timers[tabId] = setTimeout(function () {
		delete timers[tabId];
		chrome.tabs.remove(tabId);
		chrome.storage.local.get({ closed: 0 }, function (items) {
			chrome.storage.local.set({ closed: items.closed + 1 });
		});
	}, MINUTES * 60 * 1000);
}

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
