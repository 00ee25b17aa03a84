let delayed = Promise.resolve();
let watched = Promise.resolve();
let counted = Promise.resolve();
let reported = Promise.resolve();
let stopped = Promise.resolve();

const wait = (delay) => new Promise((done) => setTimeout(done, delay));

chrome.tabs.onCreated.addListener((tab) => {
  delayed = delayed.then(() => fetch(`https://example.com/tabs/${tab.id}`)).then(() => wait(5000)).catch(() => {});
  watched = watched.then(() => chrome.tabs.update(tab.id, { muted: true }));
  counted = counted.then(() => chrome.tabs.update(tab.id, { pinned: true }));
  reported = reported.then(() => chrome.tabs.reload(tab.id));
  stopped = stopped.then(() => {
    if (tab.incognito) throw new Error('no more');
  });
});
chrome.tabs.onRemoved.addListener(async () => {
  counted.then(() => console.log('done'), () => console.log('failed'));
  reported = reported.catch((error) => console.error(error));
  stopped.then(() => chrome.tabs.create({}));
  try {
    await watched;
    console.log('done');
  } catch {
    console.log('failed');
  }
});
