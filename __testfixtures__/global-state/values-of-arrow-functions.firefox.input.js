let made = 0;
const seen = new Set();
const nextId = () => ++made;
const entry = (url) => ({ id: ++made, url });
const label = () => `entry ${made++}`;
const isNew = (id) => !seen.has(id) && !!seen.add(id);
const reset = () => (made = 0);

browser.tabs.onCreated.addListener(({ id, url }) => {
  console.log(nextId(), entry(url), label(), isNew(id));
});
browser.tabs.onRemoved.addListener((id) => {
  browser.tabs.query({}).then((all) => seen.delete(id)).then(console.log);
  browser.tabs.query({}).then(() => made++).catch(console.error);
});
browser.commands.onCommand.addListener(() => reset());
