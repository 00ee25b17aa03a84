browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
  const counts = (await browser.runtime.getBackgroundPage()).counts;
  document.title = counts[tab.id];
});

chrome.storage.local.get('name', async function (stored) {
  var page = await browser.runtime.getBackgroundPage();
  page.start(stored.name);
});
