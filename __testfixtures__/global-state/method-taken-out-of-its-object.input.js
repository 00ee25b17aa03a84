const history = {
  items: [],
  add(item) {
    this.items.push(item);
  },
};

browser.tabs.onCreated.addListener((tab) => history.add(tab.id));
browser.tabs.onRemoved.addListener((id) => {
  const { items, add } = history;
  if (items.includes(id)) console.log(id, typeof add);
});
