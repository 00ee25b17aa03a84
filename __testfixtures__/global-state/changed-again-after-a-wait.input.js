let visits = 0;
chrome.tabs.onUpdated.addListener(async (id) => {
  if (visits > 100) return;
  visits = visits + 1;
  const tabs = await chrome.tabs.query({});
  console.log(tabs.length);
  visits = visits + 2;
});
