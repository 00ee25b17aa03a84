const other = { count: 0, step() { this.count++; } };

const bound = { count: 0, step: other.step.bind(other) };

function Item() { this.count = 0; }
const types = { count: 0, Item };

const arrow = { count: 0, step: () => {} };

chrome.action.onClicked.addListener(() => {
  bound.step();
  arrow.step();
  console.log(bound.count, new types.Item(), types.count, arrow.count);
});
