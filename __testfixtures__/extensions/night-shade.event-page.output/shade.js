var paused = false;
var lastStrength = 2;
var stateRestored = new Promise(function (resolve) {
	chrome.storage.session.get({ lastStrength: lastStrength }, function (saved) {
		if (saved) {
			lastStrength = saved.lastStrength;
		}
		resolve();
	});
});
var ports = [];

chrome.runtime.onInstalled.addListener(function (details) {
	chrome.contextMenus.create({ id: 'strong', title: 'Dim strongly', contexts: ['page', 'browser_action'] });
	chrome.contextMenus.create({ id: 'weak', title: 'Dim a little', contexts: ['page', 'browser_action'] });
	chrome.contextMenus.create({ id: 'line', type: 'separator', contexts: ['page', 'browser_action'] });
	chrome.contextMenus.create({ id: 'morning', title: 'Good morning', contexts: ['page', 'browser_action'] });
	chrome.alarms.create('morning', { when: nextMorning(), periodInMinutes: 24 * 60 });
	if (details.reason === 'install') chrome.storage.local.set({ installed: chrome.runtime.getManifest().version });
});

function nextMorning() {
	var time = new Date();
	if (time.getHours() >= 7) time.setDate(time.getDate() + 1);
	time.setHours(7, 0, 0, 0);
	return time.getTime();
}

function cssFor(strength) {
	return 'html { filter: brightness(' + (1 - strength / 5) + ') !important }';
}

function dim(tabId, strength) {
	chrome.tabs.insertCSS(tabId, { code: cssFor(strength), runAt: 'document_start', cssOrigin: 'user' }, function () {
		if (chrome.runtime.lastError) return;
		chrome.browserAction.setBadgeText({ tabId: tabId, text: '*' });
		chrome.tabs.executeScript(tabId, { file: 'fade.js' }, ignore);
	});
}

function undim(tabId, strength) {
	chrome.tabs.removeCSS(tabId, { code: cssFor(strength), cssOrigin: 'user' }, ignore);
	chrome.browserAction.setBadgeText({ tabId: tabId, text: '' });
}

chrome.browserAction.onClicked.addListener(async function (tab) {
	var host = hostOf(tab.url);
	await stateRestored;
	getSites(function (sites) {
		var strength = sites[host];
		setSite(host, strength ? 0 : lastStrength, function () {
			if (strength) undim(tab.id, strength);
			else dim(tab.id, lastStrength);
		});
	});
});

chrome.contextMenus.onClicked.addListener(async function (info, tab) {
	if (info.menuItemId === 'morning') return morning();
	await stateRestored;
	lastStrength = info.menuItemId === 'strong' ? 4 : 1;
	chrome.storage.session.set({ lastStrength: lastStrength });
	setSite(hostOf(tab.url), lastStrength, function () {
		chrome.tabs.reload(tab.id);
	});
});

chrome.tabs.onUpdated.addListener(function (tabId, info) {
	if (!info.url || paused || !/^http/.test(info.url)) return;
	getSites(function (sites) {
		var strength = sites[hostOf(info.url)];
		if (strength) dim(tabId, strength);
	});
});

chrome.alarms.onAlarm.addListener(function (alarm) {
	if (alarm.name === 'morning') morning();
	if (alarm.name.indexOf('shade-') === 0) { paused = false; }
});

// Forgets all sites, and lets the open pages shine again.
function morning() {
	getSites(function (sites) {
		chrome.tabs.query({ url: ['http://*/*', 'https://*/*'] }, function (tabs) {
			tabs.forEach(function (tab) {
				var strength = sites[hostOf(tab.url)];
				if (strength) undim(tab.id, strength);
			});
			chrome.storage.local.set({ sites: {} });
		});
	});
}

// The options page may pause everything for an hour.
chrome.runtime.onConnect.addListener(function (port) {
	ports.push(port);
	port.onMessage.addListener(function (message) {
		paused = message.pause;
		if (paused) chrome.alarms.create('shade-' + crypto.randomUUID(), { delayInMinutes: 60 });
		ports.forEach(function (each) { each.postMessage({ paused: paused }); });
	});
	port.onDisconnect.addListener(function () {
		ports.splice(ports.indexOf(port), 1);
	});
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
	if (message !== 'sites') return;
	getSites(sendResponse);
	return true;
});

// The tab may have gone to another page meanwhile.
function ignore() {
	void chrome.runtime.lastError;
}
