const toggle = () => chrome.action.setBadgeText({ text: 'on' });

chrome.contextMenus.create({ id: 'toggle', title: 'Start', onclick: toggle });

chrome.commands.onCommand.addListener(() => {
  chrome.contextMenus.update('toggle', { title: 'Stop', onclick: toggle });
});
