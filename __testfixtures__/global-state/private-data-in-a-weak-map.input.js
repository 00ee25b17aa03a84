const privates = new WeakMap();

class Store {
  constructor() {
    privates.set(this, { count: 0 });
  }
  add() {
    const own = privates.get(this);
    own.count++;
  }
  get count() {
    return privates.get(this).count;
  }
}

const store = new Store();
chrome.tabs.onCreated.addListener(() => store.add());
chrome.runtime.onMessage.addListener((message, sender, reply) => reply(store.count));
