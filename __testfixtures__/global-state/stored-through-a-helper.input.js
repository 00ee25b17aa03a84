const set = (items) => new Promise((resolve) => chrome.storage.sync.set(items, resolve));
let list = [];

chrome.storage.sync.get({ list: [] }, (items) => {
  list = items.list;
});

async function add(url) {
  list = list.filter((item) => item !== url);
  list.push(url);
  await set({ list });
}

chrome.action.onClicked.addListener((tab) => {
  console.log(list.length);
  add(tab.url);
});
