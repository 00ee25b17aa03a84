browser.tabs.query({}, (tabs) => {
  const shown = tabs.filter((tab) => tab.highlighted);
  for (const tab of tabs) console.log(tab.highlighted, tabs[0].highlighted, shown);
});
async function all() {
  const [first] = await browser.tabs.query({});
  const current = await browser.tabs.getCurrent();
  return first.highlighted && current?.highlighted;
}
browser.tabs.get(1, function (tab) { return tab['highlighted']; });
all();
