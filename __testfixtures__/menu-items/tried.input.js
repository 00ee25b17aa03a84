try {
  chrome.contextMenus.create({ id: "a", title: "A", contexts: ["tab", "bookmark"], icons: {} });
} catch {
  console.log("no tab menu here");
}
