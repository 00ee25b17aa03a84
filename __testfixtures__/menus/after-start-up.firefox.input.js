browser.storage.local.get('title').then(({ title }) => {
  browser.menus.create({ id: 'title', title });
});
