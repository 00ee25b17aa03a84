let active = 0;
chrome.tabs.query({ active: true }, (tabs) => {
  if (tabs[0]) active = tabs[0].id;
});
chrome.tabs.onUpdated.addListener((id) => {
  console.log(id === active);
});
