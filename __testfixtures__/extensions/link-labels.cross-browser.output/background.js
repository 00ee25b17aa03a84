const DEFAULTS = { label: '>', skip: [], badge: true };
let settings = DEFAULTS;
let quiet = false;

const settingsLoaded = chrome.storage.sync.get(DEFAULTS).then((items) => {
	settings = items;
}).catch(console.error);

const quietLoaded = chrome.storage.local.get('quiet').then(({ quiet: stored }) => {
	quiet = Boolean(stored);
}).catch(console.error);

chrome.storage.onChanged.addListener(async (changes, area) => {
	if (area === 'local' && changes.quiet) quiet = Boolean(changes.quiet.newValue);
	if (area !== 'sync') return;
	await settingsLoaded;
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

chrome.action.onClicked.addListener(async (tab) => {
	await settingsLoaded;
	await quietLoaded;
	chrome.storage.local.set({ quiet: !quiet });
	if (settings.badge) chrome.action.setBadgeText({ text: quiet ? '' : 'off' });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
	if (message.type === 'label') {
		settingsLoaded.then(async () => {
			await quietLoaded;
			sendResponse(quiet || settings.skip.includes(message.host) ? '' : settings.label);
		});
		return true;
	} else if (message.type === 'skip') {
		settingsLoaded.then(() => {
			chrome.storage.sync.set({ skip: [...settings.skip, message.host] }, () => sendResponse(true));
		});
		return true;
	}
});
