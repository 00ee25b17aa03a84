chrome.tabs.onCreated.addListener(async () => {
  await counterRestored;
  countOpened();
});
chrome.tabs.onRemoved.addListener(async () => {
  await counterRestored;
  console.log(opened);
});
