function Tally() {
  this.count = 0;
}

Tally.prototype.add = function () {
  this.count++;
};

Tally.prototype.show = function () {
  chrome.browserAction.setTitle({ title: String(this.count) });
};

var tally = new Tally();
Tally.call(tally);

chrome.tabs.onCreated.addListener(function () {
  tally.add();
});

chrome.browserAction.onClicked.addListener(function () {
  tally.show();
});
