let count = 0;

browser.tabs.onCreated.addListener(() => {
  count++;
});
browser.tabs.onRemoved.addListener(() => console.log(count));

browser.storage.onChanged.addListener((changes) => {
  if (changes[themeKey]) console.log('theme');
});
browser.storage.onChanged.addListener((changes) => {
  if (changes[sizeKey]) console.log('size');
});
browser.storage.onChanged.addListener((changes) => {
  if (changes[zoomKey]) console.log('zoom');
});
browser.storage.onChanged.addListener((changes) => {
  if (changes[keys.font]) console.log('font');
});
