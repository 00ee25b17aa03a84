function build(url) {
  chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => chrome.tabs.create({ url }) });
}

build('https://a.example/');
