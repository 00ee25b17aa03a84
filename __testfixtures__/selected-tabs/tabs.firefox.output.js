browser.tabs.query({}, (tabs) => {
  const shown = tabs.filter((tab) => tab.active);
  for (const tab of tabs) console.log(tab.active, tabs[0].active, shown);
});
async function all() {
  const [first] = await browser.tabs.query({});
  const current = await browser.tabs.getCurrent();
  return first.active && current?.active;
}
browser.tabs.get(1, function (tab) { return tab['active']; });
all();
