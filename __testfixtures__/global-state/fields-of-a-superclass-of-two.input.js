class Counter {
  count = 0;
  add() {
    this.count++;
    chrome.action.setBadgeText({ text: String(this.count) });
  }
}

class Visits extends Counter {
  limit = 10;
}

class Clicks extends Counter {}

const visits = new Visits();
const clicks = new Clicks();

chrome.tabs.onUpdated.addListener(() => visits.add());
chrome.action.onClicked.addListener(() => {
  clicks.add();
  console.log(visits.count, visits.limit);
});
