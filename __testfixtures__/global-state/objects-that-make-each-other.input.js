class Tab {
  constructor() { this.count = 0; this.frame = new Frame(); }
  up() { this.count++; console.log(this.count); }
}
class Frame {
  constructor() { this.tab = new Tab(); }
}
chrome.tabs.onCreated.addListener(() => new Frame().tab.up());
