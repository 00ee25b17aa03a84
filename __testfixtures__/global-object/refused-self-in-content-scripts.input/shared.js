function Counter() {
  const self = this;
  window.setInterval(() => self.count++, 5000);
}
window.counter = new Counter();
