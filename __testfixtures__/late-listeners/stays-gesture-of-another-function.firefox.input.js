let settings = {};
let wanted = { permissions: ["bookmarks"] };

async function start() {
  settings = await browser.storage.local.get();
  browser.action.onClicked.addListener(onClicked);
  browser.windows.onCreated.addListener(onCreated);
  browser.action.setPopup({ popup: "" });
}

function onClicked(_tab) {
  askFor(settings);
  setTimeout(() => browser.action.setPopup({ popup: "panel.html" }), 0);
}

function askFor(options) {
  if (options.quiet) return;
  browser.permissions.request(wanted);
}

function onCreated(window) {
  console.log(settings.color, window.id);
}

start();
