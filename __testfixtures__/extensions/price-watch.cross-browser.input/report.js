// Tells at once, and then every two hours, how often it told so.
function report() {
  chrome.storage.local.get({ reports: 0 }, ({ reports }) => {
    chrome.storage.local.set({ reports: reports + 1 });
    chrome.browserAction.setTitle({ title: `Report ${reports + 1}` });
  });
}

report();
setInterval(report, 2 * 60 * 60 * 1000);
