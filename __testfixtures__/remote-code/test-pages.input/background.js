chrome.browserAction.onClicked.addListener(() => chrome.tabs.create({ url: 'test/page.html' }));
