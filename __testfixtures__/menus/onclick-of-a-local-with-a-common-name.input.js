function open(url) {
  chrome.windows.create({ url });
}

function build() {
  const open = (url) => chrome.tabs.create({ url });
  chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => open('https://a.example/') });
}

build();
chrome.browserAction.onClicked.addListener(() => open('https://b.example/'));
