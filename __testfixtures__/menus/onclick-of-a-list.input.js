const ITEMS = [
  { title: 'A', run: () => console.log('a') },
  { title: 'B', run: () => console.log('b') },
];

for (const { title, run } of ITEMS) chrome.contextMenus.create({ title, onclick: run });
