if (typeof browser !== "undefined" && browser.runtime.getURL("").startsWith("moz-")) {
  browser.sidebarAction.open();
}
if (!((typeof browser !== "undefined" && browser.runtime.getURL("").startsWith("moz-")) || self.forced)) console.log("Chrome");
else document.title = "Firefox";
if ((typeof browser === "undefined" || !browser.runtime.getURL("").startsWith("moz-")) && chrome.runtime) console.log("Chrome");
else browser.contextualIdentities.query({});
