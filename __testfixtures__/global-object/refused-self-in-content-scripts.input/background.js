function Timer() {
  const self = this;
  window.setTimeout(() => self.end(), 5000);
}
window.timer = new Timer();
