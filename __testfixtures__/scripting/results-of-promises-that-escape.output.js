import browser from "webextension-polyfill";

export function read(tabId) {
  return browser.scripting.executeScript({
    target: { tabId },
    files: ["/a.js"]
  }).then((results) => results.map(({ result }) => result));
}

export const readAll = async (tabs) => Promise.all(tabs.map((tab) => browser.scripting.executeScript({
  target: { tabId: tab.id },
  files: ["/a.js"]
}).then((results) => results.map(({ result }) => result))));

export async function inject(tabs) {
  await Promise.all(tabs.map((tab) => browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["/a.js"]
  })));
}

export async function first(tabId) {
  const results = await browser.scripting
    .executeScript({
      target: { tabId },
      files: ["/a.js"]
    })
    .then((results) => results.map(({ result }) => result))
    .catch(() => []);
  return results[0];
}

export async function all(tabId) {
  return await browser.scripting.executeScript({
    target: { tabId },
    files: ["/a.js"]
  }).then((results) => results.map(({ result }) => result));
}
