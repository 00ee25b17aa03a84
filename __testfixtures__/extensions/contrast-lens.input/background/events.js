var DEFAULTS = { ratio: 4.5, badge: true };

// Pages of which the panel was open, for the next visit.
var open = {};

chrome.runtime.onInstalled.addListener(function(details) {
  if (details.reason == "install") chrome.storage.local.set(DEFAULTS);
});

chrome.extension.onRequest.addListener(function(request, sender, sendResponse) {
  switch (request.action) {
    case "settings":
      chrome.storage.local.get(DEFAULTS, sendResponse);
      break;

    case "ready":
      chrome.pageAction.setTitle({
        tabId: sender.tab.id,
        title: chrome.i18n.getMessage("found", [String(request.count)])
      });
      chrome.pageAction.show(sender.tab.id);
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
  chrome.tabs.sendRequest(tab.id, { action: "toggle" }, function(response) {
    if (response) open[tab.url] = response.open;
  });
}

chrome.pageAction.onClicked.addListener(toggle);

chrome.commands.onCommand.addListener(function(command) {
  if (command == "toggle-panel") chrome.tabs.getSelected(null, toggle);
});
