function add(title, run) {
  chrome.contextMenus.create({ title, contexts: ['page'], onclick: run });
}

add(chrome.i18n.getMessage('open'), () => console.log('open'));
add(chrome.i18n.getMessage('copy'), () => console.log('copy'));
