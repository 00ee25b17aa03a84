var api = browser;

function ask() {
  var request = new XMLHttpRequest();
  request.open('GET', 'https://example.org/news');
  request.send();
}

browser.tabs.onCreated.addListener(ask);
ask()
