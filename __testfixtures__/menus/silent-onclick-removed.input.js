chrome.commands.onCommand.addListener(() => {
  chrome.contextMenus.update('a', { onclick: null, title: 'A' });
});
