const PERIOD = 30 * 1000;

function poll() {
  console.log('polled');
  setTimeout(poll, PERIOD);
}
poll();
