document.getElementById('button').onclick = function() {
  chrome.runtime.getBackgroundPage(function(page) {
    page.setMode('dark');
  });
};
