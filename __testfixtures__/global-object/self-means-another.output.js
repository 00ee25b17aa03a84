function Counter() {
  const self = this;
  self.count = 0;
  globalThis.setInterval(function () { self.count++; globalThis.latest = self; }, 5000);
}
self.counter = new Counter();
