const toggle = () => chrome.action.setBadgeText({ text: 'on' });

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'toggle', title: 'Start' });
});

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'toggle') toggle();
});

chrome.commands.onCommand.addListener(() => {
  chrome.contextMenus.update('toggle', { title: 'Stop' });
});
