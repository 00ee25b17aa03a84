chrome.browserAction.onClicked.addListener(function(tab) {
  chrome.tabs.executeScript(tab.id, {
    code: 'var images = document.images;' +
          'for (var i = 0; i < images.length; i++) {' +
          '  images[i].remove();' +
          '}'
  });
  chrome.tabs.executeScript(tab.id, { code: ['document.title', '.toUpperCase()'].join('') }, function(r) { alert(r[0]); });
});
