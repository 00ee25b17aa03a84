chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, {
    code: `(function () {
      const links = document.querySelectorAll('a');
      return [...links].map((link) => link.href);
    })();`
  }, (results) => {
    for (const link of results[0]) console.log(link);
  });
  chrome.tabs.executeScript(tab.id, { code: '(function(name, count) { console.log(name, count); })("x", 3)' });
  chrome.tabs.executeScript(tab.id, { code: '(function($) { $("body").hide(); })(jQuery)' });
  chrome.tabs.executeScript(tab.id, { code: '(function() { this.ready = true; }).call(this)' });
});
