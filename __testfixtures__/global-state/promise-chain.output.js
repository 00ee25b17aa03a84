let urls = [];
const stateRestored = chrome.storage.session.get({ urls }).then((saved) => {
  urls = saved.urls;
}).catch(console.error);

const queried = () => new Promise((resolve) => chrome.tabs.query({}, resolve));
const openUrls = () => queried().then((tabs) => tabs.map((tab) => `${tab.url}`));

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  console.log(urls.length);
  urls = await openUrls();
  chrome.storage.session.set({ urls });
});
