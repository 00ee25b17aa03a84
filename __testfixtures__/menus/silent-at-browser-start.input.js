function build() {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: 'a', title: 'A' });
  });
}

chrome.runtime.onInstalled.addListener(build);
chrome.runtime.onStartup.addListener(build);
