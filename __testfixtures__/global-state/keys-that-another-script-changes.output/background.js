let count = 0;
const stateRestored = browser.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

browser.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  browser.storage.session.set({ count });
});
browser.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(count);
});

browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  if (changes[themeKey]) console.log('theme');
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  if (changes[sizeKey]) console.log('size');
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  if (changes[zoomKey]) console.log('zoom');
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  if (changes[keys.font]) console.log('font');
});
