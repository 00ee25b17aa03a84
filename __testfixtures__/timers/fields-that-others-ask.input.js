class Watch {
  timer = null;

  start() {
    this.timer = setInterval(check, 60000);
  }

  get running() {
    return this.timer !== null;
  }
}

const watch = new Watch();
watch.start();

const saver = {
  timer: 0,
  start() {
    this.timer = setInterval(check, 60000);
  },
};
saver.start();
chrome.runtime.sendMessage(saver);

class Job {
  constructor() {
    this.timer = setInterval(check, 60000);
  }
}
const jobs = [new Job(), new Job()];

function check() {
  chrome.action.setBadgeText({ text: watch.running ? '!' : String(jobs.length) });
}
