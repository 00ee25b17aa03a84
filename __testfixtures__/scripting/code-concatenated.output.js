chrome.browserAction.onClicked.addListener(function(tab) {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function() {
      var images = document.images;
      for (var i = 0; i < images.length; i++) {
        images[i].remove();
      }
    }
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function() {
      return document.title.toUpperCase();
    }
  }, function(r) { alert(r[0].result); });
});
