const isFirefox = chrome.runtime.getURL("").startsWith("moz-");
if (isFirefox) {
  browser.menus.create({ id: "a", title: "A", icons: { 16: "a.png" }, contexts: ["tools_menu"] });
}
