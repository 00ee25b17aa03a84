class Shelf {
  constructor(area) {
    this.area = area;
    this.sync = chrome.storage.sync;
  }
  put(link) {
    this.area.set({ link });
    this.sync.set({ link });
  }
  take(callback) {
    this.area.get('link', callback);
    this.sync.remove('link');
  }
}
const shelf = new Shelf(chrome.storage.local);

chrome.bookmarks.onCreated.addListener((id, { url }) => shelf.put(url));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  shelf.take(sendResponse);
  return true;
});
