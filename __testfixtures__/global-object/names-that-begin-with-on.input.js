window.once = true;
window.one = 1;
window.onReady = () => console.log(window.once, window.one);
window.onmessage = () => {};
window.ontouchstart = () => {};
