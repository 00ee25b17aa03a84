(function() {
  var panel = null, count = 0;

  function findWeak(ratio) {
    var texts = document.querySelectorAll("p, li, td, h1, h2, h3");
    for (var i = 0; i < texts.length; i++) {
      if (contrast.ratio(getComputedStyle(texts[i]).color, "rgb(255, 255, 255)") < ratio) count++;
    }
  }

  function showBadge() {
    var badge = document.createElement("img");
    badge.className = "contrast-lens-badge";
    badge.src = chrome.extension.getURL("img/badge.png");
    document.body.appendChild(badge);
  }

  function togglePanel() {
    if (panel) {
      panel.parentNode.removeChild(panel);
      panel = null;
      return;
    }
    panel = document.createElement("iframe");
    panel.className = "contrast-lens-panel";
    panel.src = chrome.extension.getURL("panel/panel.html") + "#" + count;
    document.body.appendChild(panel);
  }

  chrome.extension.sendRequest({ action: "settings" }, function(settings) {
    findWeak(settings.ratio);
    if (settings.badge) showBadge();
    chrome.extension.sendRequest({ action: "ready", count: count }, function(response) {
      if (response.open) togglePanel();
    });
  });

  chrome.extension.onRequest.addListener(function(request, sender, sendResponse) {
    if (request.action == "toggle") togglePanel();
    sendResponse({ open: panel !== null });
  });
})();
