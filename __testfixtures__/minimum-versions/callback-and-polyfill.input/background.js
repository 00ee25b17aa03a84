import browser from 'webextension-polyfill';

chrome.contextMenus.removeAll(() => chrome.contextMenus.create({ id: 'read', title: 'Read', contexts: ['all'] }));
browser.contextMenus.removeAll().then(console.log);
