self.once = true;
self.one = 1;
self.onReady = () => console.log(self.once, self.one);
window.onmessage = () => {};
window.ontouchstart = () => {};
