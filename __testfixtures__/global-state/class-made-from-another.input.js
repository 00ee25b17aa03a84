class Store {
  add(item) { console.log('added', item); }
}
class Links extends Store {
  constructor() {
    super();
    this.items = [];
  }
  add(item) {
    super.add(item);
    this.items.push(item);
  }
}
const links = new Links();
chrome.tabs.onCreated.addListener(({ id }) => links.add(id));
chrome.action.onClicked.addListener(() => console.log(links.items));
