class Job {
  constructor() {
    this.steps = 0;
  }
  step() {
    this.steps += 1;
    return this.steps;
  }
}

(() => {
  chrome.tabs.onCreated.addListener(() => {
    const job = new Job();
    while (job.step() < 3) console.log('step');
  });
})();
