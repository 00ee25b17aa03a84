browser.tabs.query({}, (tabs) => {
  const shown = tabs.filter((tab) => tab.selected);
  for (const tab of tabs) console.log(tab.selected, tabs[0].selected, shown);
});
async function all() {
  const [first] = await browser.tabs.query({});
  const current = await browser.tabs.getCurrent();
  return first.selected && current?.selected;
}
browser.tabs.get(1, function (tab) { return tab['selected']; });
all();
