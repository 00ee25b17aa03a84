browser.windows.onCreated.addListener(console.log);
