let urls = [];
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  for (const part of tab.url.split('/')) {
    if (part === '') return;
    urls.push(part);
  }
  console.log(urls.length);
});
