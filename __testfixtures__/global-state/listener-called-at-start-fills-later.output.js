let current;
let marked = false;
const stateRestored = chrome.storage.session.get({ current: { value: current }, marked, hasStarted: false }).then((saved) => {
  current = saved.current.value;
  marked = saved.marked;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function update() {
  const query = (tabs) => {
    current = tabs[0]?.id;
    chrome.storage.session.set({ current: { value: current } });
    chrome.bookmarks.search({ url: 'https://a.example/' }).then((found) => {
      marked = Boolean(found);
      chrome.storage.session.set({ marked });
      chrome.action.setTitle({ title: marked ? 'marked' : 'plain' });
    });
  };
  chrome.tabs.query({ active: true }).then(query);
}

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  update();
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  update();
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(marked, current);
});

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  update();
});
