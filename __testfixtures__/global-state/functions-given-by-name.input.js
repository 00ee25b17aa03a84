function step() { this.count++; }

const byName = { count: 0 };
byName.step = step;

const inLiteral = { count: 0, step };

const tools = { step() { this.count++; } };
const ofAnother = { count: 0 };
ofAnother.step = tools.step;

let begunEmpty = {};
begunEmpty.count = 0;
begunEmpty.step = step;

const assigned = { count: 0, log() { console.log(this.count); } };
Object.assign(assigned, { step });

const called = { count: 0, log() { console.log(this.count); } };

class InClass {
  count = 0;
  step = step;
}
const inClass = new InClass();

class OfPrototype {
  constructor() { this.count = 0; }
}
OfPrototype.prototype.step = step;
const ofPrototype = new OfPrototype();

function Old() { this.count = 0; }
Old.prototype = { step };
const old = new Old();

chrome.tabs.onCreated.addListener(() => {
  byName.step();
  inLiteral.step();
  ofAnother.step();
  begunEmpty.step();
  assigned.step();
  step.call(called);
  inClass.step();
  ofPrototype.step();
  old.step();
});
chrome.action.onClicked.addListener(() => {
  console.log(byName.count, inLiteral.count, ofAnother.count, begunEmpty.count, assigned.count, called.count, inClass.count, ofPrototype.count, old.count);
});
