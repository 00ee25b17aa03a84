const { greeting } = await browser.storage.local.get({ greeting: 'Hello' });

browser.tabs.onCreated.addListener((tab) => console.log(greeting, tab.id));
