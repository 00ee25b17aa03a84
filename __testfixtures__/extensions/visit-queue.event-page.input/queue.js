class VisitQueue {
  constructor() {
    this.pages = [];
    this.served = 0;
  }

  add(url) {
    if (!this.pages.includes(url)) this.pages.push(url);
    return this.pages.length;
  }

  next() {
    const url = this.pages.shift();
    if (url) this.served += 1;
    return url;
  }
}
