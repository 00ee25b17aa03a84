import browser from "webextension-polyfill";

export function read(tabId) {
  return browser.tabs.executeScript(tabId, { file: "/a.js" });
}

export const readAll = async (tabs) => Promise.all(tabs.map((tab) => browser.tabs.executeScript(tab.id, { file: "/a.js" })));

export async function inject(tabs) {
  await Promise.all(tabs.map((tab) => browser.tabs.executeScript(tab.id, { file: "/a.js" })));
}

export async function first(tabId) {
  const results = await browser.tabs
    .executeScript(tabId, { file: "/a.js" })
    .catch(() => []);
  return results[0];
}

export async function all(tabId) {
  return await browser.tabs.executeScript(tabId, { file: "/a.js" });
}
