const report = (id) => {
  console.log(id);
};

// Tell of each load.
chrome.tabs.onUpdated.addListener(report);
