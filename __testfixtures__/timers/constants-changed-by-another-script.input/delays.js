const DELAYS = { open: 100, close: 200 };

browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("opened"), DELAYS.open));

let CLOSE = 200;
browser.tabs.onRemoved.addListener(() => setTimeout(() => console.log("closed"), CLOSE));

var MOVE = 200;
browser.tabs.onMoved.addListener(() => setTimeout(() => console.log("moved"), MOVE));

class Attach {
  static delay = 200;
}
browser.tabs.onAttached.addListener(() => setTimeout(() => console.log("attached"), Attach.delay));
