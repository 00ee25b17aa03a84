const MINUTE = 60 * 1000;
const DELAYS = { refresh: 10 * MINUTE };

function wait(callback, minutes = 2) {
  setTimeout(callback, minutes * MINUTE);
}
setInterval(() => {}, DELAYS.refresh);
wait(() => {});
