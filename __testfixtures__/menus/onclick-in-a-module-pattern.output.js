var app = (function () {
  'use strict';
  var opened = ['start'];

  function build() {
    chrome.contextMenus.create({
      id: 'menu_open',
      title: chrome.i18n.getMessage('menu_open')
    });
    chrome.contextMenus.create({ id: 'separator-1', type: 'separator' });
    chrome.contextMenus.create({
      id: 'menu_all',
      title: chrome.i18n.getMessage('menu_all')
    });
    chrome.contextMenus.create({
      id: 'menu_none',
      title: chrome.i18n.getMessage('menu_none')
    });
  }

  const menuHandlers = {
    menu_open: function (info) {
      show(info.pageUrl);
    },
    menu_all: () => show(opened.join()),
    menu_none: function () { show(''); }
  };

  chrome.contextMenus.onClicked.addListener((info, tab) => {
    const handler = menuHandlers[info.menuItemId];
    if (handler) handler(info, tab);
  });

  function show(url) {
    chrome.tabs.create({ url });
  }

  chrome.runtime.onInstalled.addListener(build);

  return { show };
})();
