browser.menus.create({ id: "read", title: "Read", contexts: ["page"] });
browser.runtime.onMessage.addListener((message) => {
  browser.tabs.query({ active: true, currentWindow: true })
    .then(([tab]) => browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ["/reader.js"]
    }))
    .then(() => browser.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => browser.scripting.executeScript({
        target: { tabId: tab.id },
        files: ["/start.js"]
      })))
    .catch(console.error);
});
