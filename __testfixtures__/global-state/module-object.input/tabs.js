class Tabs {
  constructor() {
    this.urls = {};
    this.count = 0;
  }

  see(id, url) {
    this.urls[id] = url;
    this.count++;
  }

  forget(id) {
    delete this.urls[id];
  }
}

export const tabs = new Tabs();
