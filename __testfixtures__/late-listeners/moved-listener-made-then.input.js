chrome.storage.local.get('label', (items) => {
  const report = (id) => {
    console.log(items.label, id);
  };
  chrome.tabs.onUpdated.addListener(report);
});
