var App;

(function (App) {
  App.visits = 0;
  App.show = function () {
    chrome.browserAction.setBadgeText({ text: String(App.visits) });
  };
})(App = App || {});

(function (own) {
  chrome.tabs.onCreated.addListener(() => {
    own.visits++;
    own.show();
  });
})(App = App || {});
