class Visits {
  constructor() {
    this.urls = [];
  }

  add(url) {
    this.urls.push(url);
  }
}

export default new Visits();
