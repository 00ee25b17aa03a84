const key = 'onclick';
const KEYS = { click: 'onclick', name: 'title' };
const open = () => chrome.tabs.create({});

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'first', title: 'First', [key]: open });
});

chrome.contextMenus.create({ id: 'second', title: 'Second', [KEYS.click]: open });

const item = { id: 'third', title: 'Third' };
item[key] = open;
chrome.contextMenus.create(item);

chrome.contextMenus.create({ id: 'fourth', [KEYS.name]: 'Fourth' });
