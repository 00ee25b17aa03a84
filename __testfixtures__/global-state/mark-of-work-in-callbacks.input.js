let busy = false;
let queue = [];

function next() {
  const url = queue.shift();
  if (!url) {
    busy = false;
    return;
  }
  fetch(url).then(() => setTimeout(next, 2000));
}

function checkAll() {
  if (busy) return;
  busy = true;
  queue = ['https://a.example/', 'https://b.example/'];
  next();
}

chrome.alarms.onAlarm.addListener(checkAll);
