browser.storage.local.get({ pages: [] }).then(({ pages }) => {
  for (const page of pages) fetch(page.url, { cache: 'no-store' }).then((response) => response.text()).then(console.log);
});
