var DEFAULTS = { ratio: 4.5, badge: true };

// Pages of which the panel was open, for the next visit.
var open = {};

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
      sendResponse({ open: !!open[sender.tab.url] });
      break;

    case "rendered":
      chrome.storage.local.set({ last: { url: sender.tab.url, html: request.html } });
      sendResponse({});
      break;

    default:
      sendResponse({ error: "unknown action" });
  }
});

function toggle(tab) {
  chrome.tabs.sendMessage(tab.id, { action: "toggle" }, function(response) {
    if (response) open[tab.url] = response.open;
  });
}

chrome.action.onClicked.addListener(toggle);

chrome.commands.onCommand.addListener(function(command) {
  if (command == "toggle-panel") chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => toggle(tab));
});
