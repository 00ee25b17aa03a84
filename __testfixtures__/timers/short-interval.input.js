setInterval(() => console.log('tick'), 1000);
window.setInterval(function () {
  console.log('tock');
}, 250);
