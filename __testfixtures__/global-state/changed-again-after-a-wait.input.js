let busy = false;
chrome.tabs.onUpdated.addListener(async (id) => {
  if (busy) return;
  busy = true;
  const tabs = await chrome.tabs.query({});
  console.log(tabs.length);
  busy = false;
});
