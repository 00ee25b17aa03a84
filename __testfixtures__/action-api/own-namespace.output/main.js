browser.action.enable(1).then(console.log);
