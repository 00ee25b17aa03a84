var app = (function () {
  'use strict';
  var opened = ['start'];

  function build() {
    chrome.contextMenus.create({
      title: chrome.i18n.getMessage('menu_open'),
      onclick: function (info) {
        show(info.pageUrl);
      }
    });
    chrome.contextMenus.create({ type: 'separator' });
    chrome.contextMenus.create({
      title: chrome.i18n.getMessage('menu_all'),
      onclick: () => show(opened.join())
    });
    chrome.contextMenus.create({
      title: chrome.i18n.getMessage('menu_none'),
      onclick() { show(''); }
    });
  }

  function show(url) {
    chrome.tabs.create({ url });
  }

  build();

  return { show };
})();
