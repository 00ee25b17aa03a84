var counter = {};
counter.count = 0;
counter.add = function () { this.count++; };
Object.assign(counter, { step: 1 });

var visits = window.visits || {};
visits.total = 0;
visits.add = function () { this.total++; };

var windows = {};
windows.opened = 0;
windows.add = function () { this.opened++; };
windows.print = function () {
  for (const name in windows) console.log(name);
};

browser.tabs.onCreated.addListener(() => counter.add());
browser.tabs.onRemoved.addListener(() => console.log(counter.count));
browser.tabs.onUpdated.addListener(() => visits.add());
browser.tabs.onActivated.addListener(() => console.log(visits.total));
browser.windows.onCreated.addListener(() => windows.add());
browser.windows.onRemoved.addListener(() => console.log(windows.opened));
