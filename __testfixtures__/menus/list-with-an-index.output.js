const LEVELS = [{ level: 1, label: 'Low' }, { level: 2, label: 'High' }];

chrome.runtime.onInstalled.addListener(() => {
  LEVELS.forEach((one, index) => {
    chrome.contextMenus.create({ id: 'level-' + index, title: one.label, contexts: ['page'] });
  });
});

chrome.contextMenus.onClicked.addListener((info) => {
  const index = LEVELS.findIndex((one, index) => 'level-' + index === info.menuItemId);
  if (index === -1) return;
  const one = LEVELS[index];
  console.log(index + 1, one.level);
});
