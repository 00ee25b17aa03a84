function each(list, visit) {
  list.forEach((one) => visit(one));
}

function eachOf(list, visit) {
  list.forEach(visit);
}

function run(task) {
  task();
}

function quietly(task) {
  try {
    run(task);
  } catch (error) {
    console.warn(error);
  }
}

const settings = { quiet: false };

function withSettings(use) {
  return use.call(null, settings);
}

function settled(task) {
  return new Promise((resolve) => {
    task(settings);
    resolve();
  });
}

function inTurn(tasks, work) {
  const next = () => {
    const task = tasks.shift();
    if (task === undefined) return;
    work(task);
    next();
  };
  next();
}

const utils = {
  each(object, visit) {
    Object.keys(object).forEach((key) => utils.one(object[key], visit));
  },
  one(value, visit) {
    if (visit) visit(value);
  },
};

each(['created'], (name) => chrome.tabs.onCreated.addListener(() => console.log(name)));
eachOf(['moved'], (name) => chrome.tabs.onMoved.addListener(() => console.log(name)));
quietly(() => chrome.tabs.onAttached.addListener(() => console.log('attached')));
withSettings(() => chrome.tabs.onDetached.addListener(() => console.log('detached')));
settled(() => chrome.tabs.onReplaced.addListener(() => console.log('replaced')));
inTurn([1], () => chrome.tabs.onHighlighted.addListener(() => console.log('highlighted')));
utils.each({ a: 1 }, () => chrome.tabs.onActivated.addListener(() => console.log('activated')));

chrome.storage.local.get('names', ({ names }) => {
  each(names, (name) => chrome.bookmarks.onCreated.addListener(() => console.log(name)));
  eachOf(names, (name) => chrome.bookmarks.onRemoved.addListener(() => console.log(name)));
  quietly(() => chrome.bookmarks.onChanged.addListener(() => console.log(names)));
  withSettings(() => chrome.bookmarks.onMoved.addListener(() => console.log(names)));
});

chrome.runtime.onMessage.addListener(async (message) => {
  await message.ready;
  settled(() => chrome.history.onVisited.addListener(() => console.log(message)));
  inTurn(message.names, () => chrome.history.onVisitRemoved.addListener(() => console.log(message)));
  utils.each(message.names, () => chrome.downloads.onCreated.addListener(() => console.log(message)));
});
