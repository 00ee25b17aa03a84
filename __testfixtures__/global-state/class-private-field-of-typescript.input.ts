class Counter {
  private count = 0;

  listen(): void {
    chrome.tabs.onCreated.addListener(() => {
      this.count++;
    });
    chrome.action.onClicked.addListener(() => console.log(this.count));
  }
}
const counter = new Counter();
counter.listen();
