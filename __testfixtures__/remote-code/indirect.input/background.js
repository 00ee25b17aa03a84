const run = eval;
const AsyncFunction = (async () => {}).constructor;
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;

chrome.runtime.onMessage.addListener((code) => {
  (0, eval)(code);
  globalThis['eval'].call(null, code);
  Reflect.construct(Function, [code])();
  run(code);
  new AsyncFunction(code)();
});

const isFunction = (value) => value instanceof Function || value.constructor === Function;
const parser = { eval: (text) => text.length };
class Shape {
  copy() {
    return new this.constructor();
  }
}
console.log(isFunction(parser.eval), typeof eval, Function.prototype.toString.call(parser.eval), new Shape().constructor);
