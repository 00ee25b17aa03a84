function build(server) {
  const address = (path) => `https://${server}/${path}`;
  const open = (path) => chrome.tabs.create({ url: address(path) });
  chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => open('start') });
}

build('a.example');
