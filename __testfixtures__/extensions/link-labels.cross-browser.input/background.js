const DEFAULTS = { label: '>', skip: [], badge: true };
let settings = DEFAULTS;
let quiet = false;

chrome.storage.sync.get(DEFAULTS, (items) => {
	settings = items;
});

chrome.storage.local.get('quiet', ({ quiet: stored }) => {
	quiet = Boolean(stored);
});

chrome.storage.onChanged.addListener((changes, area) => {
	if (area === 'local' && changes.quiet) quiet = Boolean(changes.quiet.newValue);
	if (area !== 'sync') return;
	const next = { ...settings };
	for (const key of Object.keys(changes)) next[key] = changes[key].newValue ?? DEFAULTS[key];
	settings = next;
});

chrome.runtime.onInstalled.addListener(() => {
	chrome.alarms.create('loud', { periodInMinutes: 60 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
	if (alarm.name === 'loud') chrome.storage.local.set({ quiet: false });
});

chrome.browserAction.onClicked.addListener((tab) => {
	chrome.storage.local.set({ quiet: !quiet });
	if (settings.badge) chrome.browserAction.setBadgeText({ text: quiet ? '' : 'off' });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
	if (message.type === 'label') {
		sendResponse(quiet || settings.skip.includes(message.host) ? '' : settings.label);
	} else if (message.type === 'skip') {
		chrome.storage.sync.set({ skip: [...settings.skip, message.host] }, () => sendResponse(true));
		return true;
	}
});
