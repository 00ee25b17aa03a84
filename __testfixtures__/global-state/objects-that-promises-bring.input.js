const counts = Promise.resolve({ opened: 0 });
const closed = load();
let kept;

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
});
chrome.action.onClicked.addListener(async () => {
  const { opened } = await counts;
  console.log(opened, await closed, (await titles()).size);
});
