class Tabs {
  count = 0;
  onCreated = () => {
    this.count++;
    console.log(this.count);
  };

  start() {
    chrome.tabs.onCreated.addListener(this.onCreated);
  }
}
const tabs = new Tabs();
tabs.start();
