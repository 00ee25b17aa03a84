document.addEventListener('click', () => {
  for (const row of document.querySelectorAll('tr')) browser.extension.getBackgroundPage().start(row.id);
  [1, 2].forEach((id) => browser.extension.getBackgroundPage().start(id));
  [1, 2].map((id) => {
    const page = browser.extension.getBackgroundPage();
    return page.count + id;
  });
});
