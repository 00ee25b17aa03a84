var counter = {};
counter.count = 0;
counter.add = function () { this.count++; };

browser.tabs.onCreated.addListener(() => counter.add());
browser.tabs.onRemoved.addListener(() => {
  const { count } = counter;
  console.log(count);
});
