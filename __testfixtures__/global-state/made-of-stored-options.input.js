class Timer {
  constructor(minutes) {
    this.minutes = minutes;
  }
}

let options = { work: 25 };
const timer = new Timer(options.work);

chrome.storage.sync.get(options, (stored) => {
  options = stored;
  timer.minutes = options.work;
});

chrome.storage.onChanged.addListener((changes) => {
  for (const key in changes) options[key] = changes[key].newValue;
  timer.minutes = options.work;
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${timer.minutes} minutes` });
});
