let report;
chrome.storage.local.get('label', ({ label }) => {
  report = (id) => {
    console.log(label, id);
  };
  chrome.tabs.onUpdated.addListener(report);
});
