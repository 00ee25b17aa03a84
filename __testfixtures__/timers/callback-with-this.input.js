const poller = {
  count: 0,
  poll() {
    this.count++;
  },
};
setInterval(poller.poll, 60000);
setInterval(poller.poll.bind({ count: 1 }), 60000);
setInterval(function () {
  this.polled = true;
}, 60000);
setInterval('poll()', 60000);
setTimeout(poller.poll, 60000, 'now');
