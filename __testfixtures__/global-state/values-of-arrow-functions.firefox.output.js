let made = 0;
const seen = new Set();
const stateRestored = browser.storage.session.get({ made, seen: [] }).then((saved) => {
  made = saved.made;
  for (const value of saved.seen) seen.add(value);
}).catch(console.error);
const nextId = () => {
  ++made;
  browser.storage.session.set({ made });
  return made;
};
const entry = (url) => {
  ++made;
  browser.storage.session.set({ made });
  return { id: made, url };
};
const label = () => {
  const result = `entry ${made++}`;
  browser.storage.session.set({ made });
  return result;
};
const isNew = (id) => {
  const result = !seen.has(id) && !!seen.add(id);
  browser.storage.session.set({ seen: [...seen] });
  return result;
};
const reset = () => {
  made = 0;
  browser.storage.session.set({ made });
  return made;
};

browser.tabs.onCreated.addListener(async ({ id, url }) => {
  await stateRestored;
  console.log(nextId(), entry(url), label(), isNew(id));
});
browser.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  browser.tabs.query({}).then((all) => {
    const result = seen.delete(id);
    browser.storage.session.set({ seen: [...seen] });
    return result;
  }).then(console.log);
  browser.tabs.query({}).then(() => {
    made++;
    browser.storage.session.set({ made });
  }).catch(console.error);
});
browser.commands.onCommand.addListener(async () => {
  await stateRestored;
  reset();
});
