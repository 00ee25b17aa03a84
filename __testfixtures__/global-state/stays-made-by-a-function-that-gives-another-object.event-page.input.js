function Tally() {
  if (Tally.only) return Tally.only;
  this.count = 0;
  Tally.only = this;
}

Tally.prototype.add = function () {
  this.count++;
};

Tally.prototype.show = function () {
  chrome.browserAction.setTitle({ title: String(this.count) });
};

var tally = new Tally();

chrome.tabs.onCreated.addListener(function () {
  tally.add();
});

chrome.browserAction.onClicked.addListener(function () {
  tally.show();
});
