let seen = [];
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  for (const url of seen) {
    if (url === tab.url) return;
  }
  seen.push(String(tab.url));
  console.log(seen.length);
});
