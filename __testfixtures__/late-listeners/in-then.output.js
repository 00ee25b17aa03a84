let found;
const foundLoaded = browser.storage.local.get().then((loaded) => {
  found = loaded;
}).catch(console.error);

browser.webNavigation.onCommitted.addListener(async () => {
  await foundLoaded;
  console.log(found);
});
