class Title {
  constructor(text) { this.text = text; }
  trim() { return new Title(this.text); }
}
let last = null;

const titles = new Map([['a', new Title('a')]]);
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (last) console.log(last.text);
  last = titles.get('a').trim();
});
