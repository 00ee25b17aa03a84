function Timer() {
  const self = this;
  globalThis.setTimeout(() => self.end(), 5000);
}
self.timer = new Timer();
