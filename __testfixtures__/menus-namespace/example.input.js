browser.menus.create({ id: "search", title: "Search", contexts: ["selection"] });
browser.menus.onClicked.addListener(({ selectionText }) => {
  browser.tabs.create({ url: `https://example.com/?q=${encodeURIComponent(selectionText)}` });
});
