let on = false;

function show() {
  chrome.browserAction.setIcon({ path: on ? "on.png" : "off.png" });
}

function label(text, tabId) {
  chrome.browserAction.setTitle({ title: text, tabId });
}

function setPopup(path) {
  chrome.browserAction.setPopup({ popup: path });
}

show();
setPopup("login.html");
chrome.storage.local.get("on", (items) => {
  on = items.on;
  show();
  setPopup(items.user ? "menu.html" : "login.html");
});
chrome.browserAction.onClicked.addListener((tab) => {
  on = !on;
  chrome.storage.local.set({ on });
  show();
  label("clicked", tab.id);
  setPopup("menu.html");
});
