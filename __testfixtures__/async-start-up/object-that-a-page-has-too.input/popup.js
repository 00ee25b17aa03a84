(async () => {
  await Store.load();
  document.title = Store.first();
})();
