if (browser.menus) browser.menus.onClicked.addListener(console.log);
browser.commands?.onCommand.addListener(console.log);
browser.browserAction.onClicked.addListener(() => browser.windows.create({ url: 'page.html' }));
