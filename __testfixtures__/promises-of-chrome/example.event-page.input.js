async function load() {
  const { x } = await chrome.storage.local.get("x");
  return x;
}
load();
