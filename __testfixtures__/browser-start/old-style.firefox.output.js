var api = browser;

function ask() {
  var request = new XMLHttpRequest();
  request.open('GET', 'https://example.org/news');
  request.send();
}

browser.tabs.onCreated.addListener(ask);
ask()

// The browser starts the background for this listener; all else is done at top level.
browser.runtime.onStartup.addListener(function() {});
