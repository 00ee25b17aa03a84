class Shelf {
  constructor(links) {
    this.links = links;
  }
  put(id, link) {
    this.links.set(id, link);
  }
  take(id) {
    return this.links.get(id);
  }
}
const shelf = new Shelf(new Map());

chrome.bookmarks.onCreated.addListener((id, { url }) => shelf.put(id, url));
chrome.runtime.onMessage.addListener(({ id }, sender, sendResponse) => sendResponse(shelf.take(id)));
