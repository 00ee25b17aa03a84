setTimeout(() => chrome.tabs.create({ url: 'month.html' }), 30 * 24 * 60 * 60 * 1000);
