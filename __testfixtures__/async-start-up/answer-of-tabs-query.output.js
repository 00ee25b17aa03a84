let active = 0;
const activeLoaded = chrome.tabs.query({ active: true }).then((tabs) => {
  if (tabs[0]) active = tabs[0].id;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id) => {
  await activeLoaded;
  console.log(id === active);
});
