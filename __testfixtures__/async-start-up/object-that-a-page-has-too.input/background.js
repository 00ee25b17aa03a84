Store.load();
browser.tabs.onCreated.addListener(() => console.log(Store.first()));
