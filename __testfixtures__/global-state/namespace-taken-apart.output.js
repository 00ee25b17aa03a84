var counter = {};
counter.count = 0;
const stateRestored = browser.storage.session.get({ count: counter.count }).then((saved) => {
  counter.count = saved.count;
}).catch(console.error);
counter.add = function () {
  this.count++;
  browser.storage.session.set({ count: this.count });
};

browser.tabs.onCreated.addListener(async () => {
  await stateRestored;
  counter.add();
});
browser.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  const { count } = counter;
  console.log(count);
});
