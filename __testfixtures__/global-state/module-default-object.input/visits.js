class Visits {
  constructor() {
    this.urls = [];
    this.total = 0;
  }

  add(url) {
    this.urls.push(url);
    return ++this.total;
  }
}

export default new Visits();
