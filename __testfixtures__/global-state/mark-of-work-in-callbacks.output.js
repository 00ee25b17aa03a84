let busy = false;
let queue = [];
const stateRestored = chrome.storage.session.get({ queue }).then((saved) => {
  queue = saved.queue;
}).catch(console.error);

function next() {
  const url = queue.shift();
  chrome.storage.session.set({ queue });
  if (!url) {
    busy = false;
    return;
  }
  fetch(url).then(() => setTimeout(next, 2000));
}

async function checkAll() {
  await stateRestored;
  if (busy) return;
  busy = true;
  queue = ['https://a.example/', 'https://b.example/'];
  chrome.storage.session.set({ queue });
  next();
}

chrome.alarms.onAlarm.addListener(checkAll);
