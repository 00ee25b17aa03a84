chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'a', title: 'A', onclick: (info) => console.log(info) });
});
chrome.commands.onCommand.addListener(() => {
  chrome.contextMenus.update('a', { onclick: () => {} });
});
