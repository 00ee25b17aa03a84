browser.menus.create({
  id: "a",
  title: "A",
  icons: { 16: "a.png" }, // ours
  contexts: ["link", "bookmark", "password"],
  viewTypes: ["tab"],
});
browser.menus.update("a", { icons: null });
browser.contextMenus.create({ id: "b", title: "B", command: "_execute_action", contexts: ["all"] });
