const defaults = Promise.resolve({ color: 'red' });
const rules = make();
const saved = load();
const database = open();
const read = chrome.storage.local.get('list').then(({ list }) => [...list]);
const other = new Promise((resolve) => connect('other', (made) => resolve(made)));

async function make() {
  return ['a.example', 'b.example'];
}

async function load() {
  const options = { visits: 0 };
  Object.assign(options, await chrome.storage.local.get('visits'));
  return options;
}

async function open() {
  return connect('notes');
}

chrome.tabs.onCreated.addListener(async (tab) => {
  const options = await saved;
  options.visits++;
  await chrome.storage.local.set(options);
  (await database).add('notes', tab.url);
  (await other).add('notes', tab.url);
  const list = await read;
  list.push(tab.url);
  await chrome.storage.local.set({ list });
});
chrome.action.onClicked.addListener(async () => {
  const own = { ...(await defaults) };
  own.color = 'blue';
  const fresh = await make();
  fresh.push('c.example');
  console.log(own, fresh, await rules, (await saved).visits, (await database).count(), (await other).count(), await read);
});
