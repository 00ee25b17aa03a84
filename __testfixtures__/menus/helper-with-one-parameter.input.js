const addHelp = run => chrome.contextMenus.create({ id: 'help', title: 'Help', contexts: ['page'], onclick: run });

addHelp(() => chrome.tabs.create({ url: 'help.html' }));
