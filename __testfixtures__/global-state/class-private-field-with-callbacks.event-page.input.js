class Counter { #count = 0; next() { this.#count++; return this.#count; } }
const pages = new Counter();
chrome.tabs.onCreated.addListener(() => {
  console.log(pages.next());
});
