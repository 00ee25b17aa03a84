async function load(id) {
  await chrome.storage.local.set({ id });
  return id.length;
}
