browser.storage.local.get().then((found) => {
  browser.webNavigation.onCommitted.addListener(() => console.log(found));
});
