browser.menus.onClicked.addListener((info, tab) => console.log(tab.id));
browser.tabs.onCreated.addListener((tab) => console.log(tab.id));
