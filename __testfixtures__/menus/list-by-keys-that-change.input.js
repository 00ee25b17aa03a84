const engines = { words: 'https://words.example/?q=' };
const names = {};
names.maps = 'Maps';

chrome.runtime.onMessage.addListener(({ name, url }) => {
  engines[name] = url;
});

for (const key of Object.keys(engines)) {
  chrome.contextMenus.create({ id: key, title: key, contexts: ['selection'], onclick: (info) => chrome.tabs.create({ url: engines[key] + info.selectionText }) });
}
for (const key in names) {
  chrome.contextMenus.create({ id: key, title: names[key], contexts: ['page'], onclick: () => console.log(names[key]) });
}

const counts = { one: 1, more() { this.two = 2; } };
for (const key in counts) {
  chrome.contextMenus.create({ id: key, title: key, contexts: ['link'], onclick: () => console.log(counts[key]) });
}
counts.more();
