let settings = {};
let wanted = { permissions: ["bookmarks"] };

async function start() {
  settings = await browser.storage.local.get();
  browser.action.onClicked.addListener(onClicked);
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

async function onCreated(window) {
  await settingsLoaded;
  console.log(settings.color, window.id);
}

const settingsLoaded = start().catch(console.error);
browser.windows.onCreated.addListener(onCreated);
