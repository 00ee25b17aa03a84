let options = {};
const seen = new Set();

function start() {
  chrome.storage.local.get('options', (items) => {
    options = items.options || {};
  });
  seen.clear();
}

start();

chrome.tabs.onUpdated.addListener((id) => {
  if (options.log) console.log(id);
});
