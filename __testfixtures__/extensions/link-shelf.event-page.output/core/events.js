'use strict';

const panels = new Set();
let checking = null;
let lastPut = '';
const stateRestored = browser.storage.session.get({ lastPut: { value: lastPut } }).then((saved) => {
    lastPut = saved.lastPut.value;
}).catch(console.error);

browser.runtime.onInstalled.addListener(async ({ reason }) => {
    browser.menus.create({ id: 'put-link', title: 'Put link on the shelf', contexts: ['link'] });
    browser.menus.create({ id: 'put-page', title: 'Put page on the shelf', contexts: ['page', 'tab'] });
    browser.alarms.create('check', { periodInMinutes: 6 * 60 });
    if (reason === 'install') localStorage.timeout = 20;
});

browser.menus.onClicked.addListener(async (info, tab) => {
    await stateRestored;
    if (info.menuItemId === 'put-link') await put(info.linkUrl, info.linkText);
    else await put(info.pageUrl || tab.url, tab.title);
});

browser.pageAction.onClicked.addListener(async (tab) => {
    await stateRestored;
    const count = await put(tab.url, tab.title);
    await browser.pageAction.setTitle({ tabId: tab.id, title: `${count} links on the shelf` });
});

async function put(url, title) {
    lastPut = url;
    browser.storage.session.set({ lastPut: { value: lastPut } });
    const count = await shelf.put(url, title);
    panels.forEach((port) => port.postMessage({ type: 'changed' }));
    return count;
}

browser.alarms.onAlarm.addListener(async () => {
    checking = checkAll();
    const count = await checking;
    checking = null;
    await browser.storage.local.set({ checked: count });
});

browser.runtime.onConnect.addListener((port) => {
    if (port.name !== 'panel') return;
    panels.add(port);
    port.onDisconnect.addListener(() => panels.delete(port));
});

browser.runtime.onMessage.addListener((message) => {
    switch (message.type) {
        case 'links': return shelf.links();
        case 'take-off': return shelf.takeOff(message.url).then(() => shelf.links());
        case 'timeout': return Promise.resolve(Number(localStorage.timeout));
        case 'last': return stateRestored.then(() => Promise.resolve(lastPut));
    }
});

window.addEventListener('unload', () => {
    for (const port of panels) port.disconnect();
});
