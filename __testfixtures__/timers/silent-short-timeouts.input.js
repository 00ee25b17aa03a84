function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
chrome.tabs.onCreated.addListener(async (tab) => {
  setTimeout(() => console.log(tab.id), 500);
  setTimeout(() => console.log(tab.id));
  await sleep(200);
  await sleep(200);
});
