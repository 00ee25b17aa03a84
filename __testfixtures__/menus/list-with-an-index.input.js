const LEVELS = [{ level: 1, label: 'Low' }, { level: 2, label: 'High' }];

LEVELS.forEach((one, index) => {
  chrome.contextMenus.create({ id: 'level-' + index, title: one.label, contexts: ['page'], onclick: () => console.log(index + 1, one.level) });
});
