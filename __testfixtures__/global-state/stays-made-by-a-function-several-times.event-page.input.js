function Tally(name) {
  this.name = name;
  this.count = 0;
}

Tally.prototype.add = function () {
  this.count++;
};

Tally.prototype.show = function () {
  chrome.browserAction.setTitle({ title: this.name + this.count });
};

var tally = new Tally('tabs');
var other = new Tally('windows');

chrome.tabs.onCreated.addListener(function () {
  tally.add();
});

chrome.browserAction.onClicked.addListener(function () {
  tally.show();
});

chrome.windows.onCreated.addListener(function () {
  other.add();
});
