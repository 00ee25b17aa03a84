export class Events {
  ready = false;

  onCreated(tab) {
    chrome.storage.local.set({ opened: tab.url, ready: this.ready });
  }

  static onRemoved(id, { windowId }) {
    chrome.storage.local.set({ removed: `${windowId} ${id}` });
  }
}
