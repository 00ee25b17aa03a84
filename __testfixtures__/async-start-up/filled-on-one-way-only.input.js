let options = { a: 1 };
function load(area) {
  if (area) {
    chrome.storage.local.get('options', (items) => {
      options = items.options;
    });
  }
  console.log('loading');
}
load('local');
chrome.tabs.onUpdated.addListener(() => console.log(options.a));
