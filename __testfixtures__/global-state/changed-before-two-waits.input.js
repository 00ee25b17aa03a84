let sent = 0;
async function save(...values) {
  await chrome.storage.local.set({ values });
}
chrome.tabs.onCreated.addListener(async () => {
  await save(sent++, await save(sent++));
});
