browser.contextMenus.create({ id: "search", title: "Search", contexts: ["selection"] });
browser.contextMenus.onClicked.addListener(({ selectionText }) => {
  browser.tabs.create({ url: `https://example.com/?q=${encodeURIComponent(selectionText)}` });
});
