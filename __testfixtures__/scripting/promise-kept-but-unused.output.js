browser.runtime.onMessage.addListener((request) => {
  if (request === "up") {
    var executing = browser.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => browser.scripting.executeScript({
        target: { tabId: tab.id, allFrames: true },
        func: () => up()
      }));
  }
  if (request === "down") {
    var executing = browser.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => browser.scripting.executeScript({
        target: { tabId: tab.id, allFrames: true },
        func: () => down()
      }));
  }
});
