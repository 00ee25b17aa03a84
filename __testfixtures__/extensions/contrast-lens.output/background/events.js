var DEFAULTS = { ratio: 4.5, badge: true };

// Pages of which the panel was open, for the next visit.
var open = {};
var stateRestored = chrome.storage.session.get({ open: open }).then(function(saved) {
  open = saved.open;
}).catch(console.error);

chrome.runtime.onInstalled.addListener(function(details) {
  if (details.reason == "install") chrome.storage.local.set(DEFAULTS);
});

chrome.runtime.onMessage.addListener(function(request, sender, sendResponse) {
  switch (request.action) {
    case "settings":
      chrome.storage.local.get(DEFAULTS, sendResponse);
      return true;

    case "ready":
      chrome.action.setTitle({
        tabId: sender.tab.id,
        title: chrome.i18n.getMessage("found", [String(request.count)])
      });
      chrome.action.enable(sender.tab.id);
      stateRestored.then(function() {
        sendResponse({ open: !!open[sender.tab.url] });
      });
      return true;

    case "rendered":
      chrome.storage.local.set({ last: { url: sender.tab.url, html: request.html } });
      sendResponse({});
      break;

    default:
      sendResponse({ error: "unknown action" });
  }
});

function toggle(tab) {
  chrome.tabs.sendMessage(tab.id, { action: "toggle" }, async function(response) {
    await stateRestored;
    if (response) {
      open[tab.url] = response.open;
      chrome.storage.session.set({ open: open });
    }
  });
}

chrome.action.onClicked.addListener(toggle);

chrome.commands.onCommand.addListener(function(command) {
  if (command == "toggle-panel") chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => toggle(tab));
});
