if (typeof browser !== "undefined") {
  browser.sidebarAction.open();
}
if (!(typeof browser !== "undefined" || self.forced)) console.log("Chrome");
else document.title = "Firefox";
if (typeof browser === "undefined" && chrome.runtime) console.log("Chrome");
else browser.contextualIdentities.query({});
