function step() { this.count++; }

const byName = { count: 0, zero() { this.count = 0; } };
byName.step = step;

const inLiteral = { count: 0, step, zero() { this.count = 0; } };

const tools = { step() { this.count++; } };
const ofAnother = { count: 0, step: tools.step, zero() { this.count = 0; } };

const byChoice = { count: 0, step: navigator.onLine ? step : undefined, zero() { this.count = 0; } };

function slowly(work) {
  return function () { setTimeout(() => work.call(this), 100); };
}
const wrapped = { count: 0, step: slowly(function () { this.count++; }), zero() { this.count = 0; } };

function making() {
  return function () { this.count++; };
}
const made = { count: 0, zero() { this.count = 0; } };
made.step = making();

const byGetter = { count: 0, get step() { return function () { this.count++; }; }, zero() { this.count = 0; } };

class InClass {
  count = 0;
  step = step;
  zero() { this.count = 0; }
}
const inClass = new InClass();

class OfPrototype {
  count = 0;
  zero() { this.count = 0; }
}
const ofPrototype = new OfPrototype();
ofPrototype.constructor.prototype.step = function () { this.count++; };

class OfParent {
  count = 0;
  zero() { this.count = 0; }
}
const ofParent = new OfParent();
ofParent.__proto__.step = function () { this.count++; };

chrome.tabs.onCreated.addListener(() => {
  byName.step();
  inLiteral.step();
  ofAnother.step();
  byChoice.step();
  wrapped.step();
  made.step();
  byGetter.step();
  inClass.step();
  ofPrototype.step();
  ofParent.step();
});
chrome.tabs.onRemoved.addListener(() => {
  byName.zero();
  inLiteral.zero();
  ofAnother.zero();
  byChoice.zero();
  wrapped.zero();
  made.zero();
  byGetter.zero();
  inClass.zero();
  ofPrototype.zero();
  ofParent.zero();
});
chrome.action.onClicked.addListener(() => {
  console.log(byName.count, inLiteral.count, ofAnother.count, byChoice.count, wrapped.count, made.count, byGetter.count, inClass.count, ofPrototype.count, ofParent.count);
});
