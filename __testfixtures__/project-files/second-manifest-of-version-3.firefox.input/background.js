browser.tabs.onCreated.addListener(() => {});
