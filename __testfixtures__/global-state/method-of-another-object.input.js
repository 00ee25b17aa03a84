const left = {
  n: 0,
  add(by) {
    this.n += by;
  },
};
const right = { n: 0 };

chrome.tabs.onCreated.addListener(() => {
  left.add(1);
  left.add.call(right, 2);
});

chrome.tabs.onRemoved.addListener(() => {
  console.log(left.n, right.n);
});
