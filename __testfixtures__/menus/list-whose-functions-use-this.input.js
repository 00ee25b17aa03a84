const items = [
  { id: 'one', count: 0, run() { console.log(this); } },
  { id: 'two', count: 0, run() { console.log(this); } },
];

for (const item of items) chrome.contextMenus.create({ id: item.id, title: item.id, onclick: item.run });
