function Counter() {
  const self = this;
  window.setInterval(() => self.count++, 5000);
}
self.counter = new Counter();
