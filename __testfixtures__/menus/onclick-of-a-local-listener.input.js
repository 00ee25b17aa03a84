function build() {
  const open = () => chrome.tabs.create({ url: 'https://a.example/' });
  chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => open() });
  chrome.browserAction.onClicked.addListener(open);
}

build();
