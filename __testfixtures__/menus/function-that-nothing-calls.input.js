function setUp() {
  const callback = arguments[0];
  chrome.storage.local.get('menu', () => callback());
}

setUp(() => {
  chrome.contextMenus.create({ id: 'copy', title: 'Copy' });
  chrome.contextMenus.create({ id: 'open', title: 'Open' });
});

chrome.runtime.onMessage.addListener(() => {
  chrome.contextMenus.create({ id: 'message', title: 'Message' });
});

// As a polyfill has it.
self.menus = {
  create: (options) => chrome.contextMenus.create(options),
};
