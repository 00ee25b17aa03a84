const base = { count: 0, step() { this.count++; } };
const below = { __proto__: base, show() { console.log(this.count); } };

const counting = { step() { this.count++; } };
const spread = { ...counting, count: 0 };

function Base() { this.count = 0; }
Base.prototype.step = function () { this.count++; };
function Derived() { Base.call(this); }
Derived.prototype = Object.create(Base.prototype);
const derived = new Derived();

const mixed = { count: 0, show() { console.log(this.count); } };
Object.setPrototypeOf(mixed, counting);

chrome.tabs.onCreated.addListener(() => {
  below.step();
  spread.step();
  derived.step();
  mixed.step();
});
chrome.action.onClicked.addListener(() => {
  below.show();
  mixed.show();
  console.log(spread.count, derived.count);
});
