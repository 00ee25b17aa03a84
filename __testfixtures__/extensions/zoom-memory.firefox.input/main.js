import { level, setLevel } from './lib/level.js';

let changes = 0;

browser.runtime.onInstalled.addListener(() => {
	browser.contextMenus.create({ id: 'reset', title: 'As it was', contexts: ['page'] });
});

async function change(value) {
	setLevel(value);
	changes += 1;
	await browser.browserAction.setTitle({ title: `${level * 100} %` });
	await browser.browserAction.setBadgeText({ text: String(changes) });
}

browser.browserAction.onClicked.addListener(async (tab) => {
	await change(level + 0.5);
	await browser.tabs.setZoom(tab.id, level);
});

browser.contextMenus.onClicked.addListener(async (info, tab) => {
	if (info.menuItemId !== 'reset') return;
	await change(1);
	await browser.tabs.setZoom(tab.id, level);
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
	if (message.type === 'set') {
		setLevel(message.level);
		sendResponse(level);
	} else if (message.type === 'changes') {
		sendResponse(changes);
	}
});
