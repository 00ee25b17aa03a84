browser.browserAction.enable(1).then(console.log);
