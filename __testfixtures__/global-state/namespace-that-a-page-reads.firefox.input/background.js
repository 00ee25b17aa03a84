var counter = {};
counter.add = function () {
  counter.count++;
};
counter.count = 0;

browser.tabs.onActivated.addListener(() => counter.add());
