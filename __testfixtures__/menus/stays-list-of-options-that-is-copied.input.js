const items = [
  { id: 'open', title: 'Open', contexts: ['page'], onclick: () => console.log('open') },
  { id: 'copy', title: 'Copy', contexts: ['page'], onclick: () => console.log('copy') },
];

for (const item of items) chrome.contextMenus.create(item);
for (const item of items) chrome.contextMenus.create({ ...item, id: `${item.id}-link`, contexts: ['link'] });
