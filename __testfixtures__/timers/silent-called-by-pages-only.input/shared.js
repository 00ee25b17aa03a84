function nextFrame(timeout) {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, timeout);
  });
}

function every(callback, period) {
  setInterval(callback, period);
}
