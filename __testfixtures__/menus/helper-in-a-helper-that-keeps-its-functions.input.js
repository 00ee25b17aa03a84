const shortcuts = {};

function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

function addWithShortcut(id, title, run) {
  shortcuts[id] = run;
  add(id, title, run);
}

add('open', 'Open', () => console.log('open'));
addWithShortcut('copy', 'Copy', () => console.log('copy'));
chrome.commands.onCommand.addListener((command) => shortcuts[command]());
