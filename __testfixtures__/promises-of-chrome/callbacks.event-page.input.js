async function load() {
  await browser.storage.local.get("x");
  const x = await new Promise((resolve) => chrome.storage.local.get("x", resolve));
  await chrome.storage.local.get("x", () => {});
  const api = globalThis.browser ?? chrome;
  await api.tabs.query({});
  return [x, await chrome.runtime.getURL("a")];
}
load();
