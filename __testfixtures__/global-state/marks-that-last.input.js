const checked = {};
const twice = [];
const begun = new Set();
const paused = new Set();
const during = new Set();
const given = new Set();
const pauses = [];
const listed = new Set();
const door = { opened: new Promise(() => {}) };

chrome.tabs.onCreated.addListener(async ({ id }) => {
  checked[id] = true;
  await chrome.tabs.get(id);
  checked[id] = false;
});

chrome.tabs.onMoved.addListener(async (id) => {
  twice.push(id);
  twice.push(id);
  await chrome.tabs.query({});
  twice.splice(twice.indexOf(id), 1);
});

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const pause = sleep(60000);
  begun.add(tabId);
  await pause;
  begun.delete(tabId);
});

chrome.tabs.onRemoved.addListener(async (id) => {
  paused.add(id);
  await door.opened;
  paused.delete(id);
});

async function wait(id, promise) {
  during.add(id);
  await promise;
  during.delete(id);
}

chrome.tabs.onUpdated.addListener((id) => {
  wait(id, sleep(60000));
});

chrome.tabs.onAttached.addListener(async (id) => {
  given.add(id);
  for (let round = 0; round < 60; round++) await sleep(1000);
  given.delete(id);
});

chrome.tabs.onDetached.addListener(() => {
  const pause = sleep(60000);
  pauses.push(pause);
  pause.then(() => pauses.splice(pauses.indexOf(pause), 1));
});

chrome.tabs.onReplaced.addListener(async (id) => {
  listed.add(id);
  await chrome.tabs.query({});
  listed.delete(id);
});

chrome.windows.onCreated.addListener(({ id }) => {
  mark(listed, id);
});

chrome.commands.onCommand.addListener(() => {
  console.log(Object.keys(checked), twice, [...begun], [...paused], [...during], [...given], pauses.length, [...listed]);
});

function mark(set, id) {
  set.add(id);
}

function sleep(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}
