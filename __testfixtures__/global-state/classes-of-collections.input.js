class Totals extends Map {
  add(key) { this.set(key, (this.get(key) ?? 0) + 1); }
}
const totals = new Totals();

class Seen extends Array {
  note(id) { this.push(id); }
}
const seen = new Seen();

class Names extends Map {
  find(key) { return this.get(key); }
}
const names = new Names([['a', 'A']]);

chrome.tabs.onCreated.addListener((tab) => {
  totals.add(tab.windowId);
  seen.note(tab.id);
});
chrome.action.onClicked.addListener((tab) => {
  console.log(totals.get(tab.windowId), seen.length, names.find('a'));
});
