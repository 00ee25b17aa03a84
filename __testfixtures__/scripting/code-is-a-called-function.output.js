chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function () {
      const links = document.querySelectorAll('a');
      return [...links].map((link) => link.href);
    }
  }, (results) => {
    for (const link of results[0].result) console.log(link);
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function(name, count) { console.log(name, count); },
    args: ['x', 3]
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => (function($) { $('body').hide(); })(jQuery)
  });
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: function() { this.ready = true; } });
});
