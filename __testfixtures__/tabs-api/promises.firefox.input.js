async function first() {
  const tab = await browser.tabs.getSelected();
  await browser.tabs.getSelected(null);
  return [tab, (await browser.tabs.getAllInWindow()).length];
}
browser.tabs.getSelected().then((tab) => console.log(tab), console.error);
first();
