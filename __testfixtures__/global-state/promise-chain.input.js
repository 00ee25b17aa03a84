let urls = [];

const queried = () => new Promise((resolve) => chrome.tabs.query({}, resolve));
const openUrls = () => queried().then((tabs) => tabs.map((tab) => `${tab.url}`));

chrome.tabs.onUpdated.addListener(async () => {
  console.log(urls.length);
  urls = await openUrls();
});
