import { level, setLevel } from './lib/level.js';

let changes = 0;
const stateRestored = browser.storage.session.get({ changes }).then((saved) => {
	changes = saved.changes;
}).catch(console.error);

browser.runtime.onInstalled.addListener(() => {
	browser.contextMenus.create({ id: 'reset', title: 'As it was', contexts: ['page'] });
});

async function change(value) {
	setLevel(value);
	changes += 1;
	browser.storage.session.set({ changes });
	await browser.action.setTitle({ title: `${level * 100} %` });
	await browser.action.setBadgeText({ text: String(changes) });
}

browser.action.onClicked.addListener(async (tab) => {
	await stateRestored;
	await change(level + 0.5);
	await browser.tabs.setZoom(tab.id, level);
});

browser.contextMenus.onClicked.addListener(async (info, tab) => {
	if (info.menuItemId !== 'reset') return;
	await stateRestored;
	await change(1);
	await browser.tabs.setZoom(tab.id, level);
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
	if (message.type === 'set') {
		setLevel(message.level);
		sendResponse(level);
	} else if (message.type === 'changes') {
		stateRestored.then(() => {
			sendResponse(changes);
		});
		return true;
	}
});
