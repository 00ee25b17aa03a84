async function load() {
  await chrome.storage.local.set({ id: 1 });
  return 1;
}
