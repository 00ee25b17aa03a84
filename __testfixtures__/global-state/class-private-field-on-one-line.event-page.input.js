class Counter { #count = 0; next() { return ++this.#count; } }

new Counter();
const counter = new (class { #n = 0; next() { return ++this.#n; } })();
const pages = new Counter();
chrome.tabs.onCreated.addListener(() => console.log(pages.next(), counter.next()));
