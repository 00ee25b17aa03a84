browser.menus.create({
  id: "a",
  title: "A", // ours
  contexts: ["link"],
});
browser.menus.update("a", {});
browser.contextMenus.create({ id: "b", title: "B", contexts: ["all"] });
