const counts = Promise.resolve({ opened: 0 });
const closed = load();
let kept;
const pages = new Promise((resolve) => resolve([]));
const windows = chrome.windows.getAll().then((all) => new Map(all.map(({ id }) => [id, 0])));

async function load() {
  const list = [];
  return list;
}

function titles() {
  kept ??= Promise.resolve(new Map());
  return kept;
}

chrome.tabs.onCreated.addListener(async (tab) => {
  (await counts).opened++;
  (await titles()).set(tab.id, tab.title);
});
chrome.tabs.onRemoved.addListener((id) => {
  closed.then((list) => list.push(id));
  pages.then((list) => list.push(id));
  windows.then((known) => known.delete(id));
});
chrome.action.onClicked.addListener(async () => {
  const { opened } = await counts;
  console.log(opened, await closed, (await pages).length, (await windows).size, (await titles()).size);
});
