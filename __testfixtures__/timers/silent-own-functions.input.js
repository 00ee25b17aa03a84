function setInterval(callback) {
  callback();
}
const clock = { setTimeout() {} };
setInterval(() => {}, 60000);
clock.setTimeout(() => {}, 60000);
