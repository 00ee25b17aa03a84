function Counter() {
  const self = this;
  self.count = 0;
  window.setInterval(function () { self.count++; window.latest = self; }, 5000);
}
window.counter = new Counter();
