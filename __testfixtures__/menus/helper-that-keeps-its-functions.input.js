const kept = [];

function add(id, title, run) {
  kept.push(run);
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

add('open', 'Open', () => console.log('open'));
add('copy', 'Copy', () => console.log('copy'));
chrome.runtime.onMessage.addListener(() => kept[0]());
