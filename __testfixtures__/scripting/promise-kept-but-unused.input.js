browser.runtime.onMessage.addListener((request) => {
  if (request === "up") {
    var executing = browser.tabs.executeScript({ code: "up();", allFrames: true });
  }
  if (request === "down") {
    var executing = browser.tabs.executeScript({ code: "down();", allFrames: true });
  }
});
