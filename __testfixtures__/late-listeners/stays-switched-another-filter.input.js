function count({ url }) {
  console.log(url);
}
async function update() {
  const { all, sites } = await chrome.storage.local.get(['all', 'sites']);
  chrome.webRequest.onCompleted.removeListener(count);
  if (all) chrome.webRequest.onCompleted.addListener(count, { urls: ['<all_urls>'] });
  else chrome.webRequest.onCompleted.addListener(count, { urls: sites });
}
chrome.storage.onChanged.addListener(update);
update();
