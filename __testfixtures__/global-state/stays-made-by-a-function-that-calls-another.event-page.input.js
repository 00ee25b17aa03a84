function Base() {
  this.count = 0;
}

function Tally() {
  Base.call(this);
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
