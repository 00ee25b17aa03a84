class Visit {
  constructor(id) {
    this.id = id;
  }
}
let last = null;
function visitOf(tab) {
  if (!tab.url) return null;
  return new Visit(tab.id);
}
chrome.tabs.onCreated.addListener((tab) => {
  last = visitOf(tab);
});
chrome.tabs.onActivated.addListener(() => console.log(last instanceof Visit));
