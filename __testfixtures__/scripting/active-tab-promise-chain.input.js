browser.menus.create({ id: "read", title: "Read", contexts: ["page"] });
browser.runtime.onMessage.addListener((message) => {
  browser.tabs.executeScript({ file: "/reader.js" })
    .then(() => browser.tabs.executeScript({ file: "/start.js" }))
    .catch(console.error);
});
