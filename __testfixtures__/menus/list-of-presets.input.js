const PRESETS = [
  { id: 'every-1', title: 'Every minute', seconds: 60 },
  { id: 'every-5', title: 'Every 5 minutes', seconds: 300 },
];

const start = (tabId, seconds) => chrome.tabs.sendMessage(tabId, { seconds });

chrome.contextMenus.create({ id: 'root', title: 'Reload', contexts: ['page'] });
for (const preset of PRESETS) {
  chrome.contextMenus.create({
    id: preset.id,
    parentId: 'root',
    title: preset.title,
    contexts: ['page'],
    onclick: (info, tab) => start(tab.id, preset.seconds),
  });
}
chrome.contextMenus.create({ id: 'stop', parentId: 'root', title: 'Stop', contexts: ['page'], onclick: (info, tab) => start(tab.id, 0) });
