"use strict";

// How many parameters were taken out for the page in each tab.
const countOfTab = new Map();

browser.webRequest.onBeforeRequest.addListener(
  async ({ url, tabId }) => {
    const { parameters, paused } = await getSettings();
    if (paused) return {};
    const cleaned = clean(url, parameters);
    if (cleaned.count === 0) return {};
    countOfTab.set(tabId, cleaned.count);
    await addToTotal(cleaned.count);
    return { redirectUrl: cleaned.url };
  },
  { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] },
  ["blocking"],
);

browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
  if (status !== "complete") return;
  const { total } = await browser.storage.local.get({ total: 0 });
  await browser.action.setBadgeText({ tabId, text: countOfTab.has(tabId) ? String(countOfTab.get(tabId)) : null });
  await browser.action.setTitle({ title: browser.i18n.getMessage("cleaned", [total]) });
});

browser.tabs.onRemoved.addListener((tabId) => {
  countOfTab.delete(tabId);
});

browser.runtime.onInstalled.addListener(() => {
  browser.menus.create({ id: "copy-clean", title: browser.i18n.getMessage("copyClean"), contexts: ["link", "page"] });
});

browser.menus.onClicked.addListener(async ({ menuItemId, linkUrl, pageUrl }, tab) => {
  if (menuItemId !== "copy-clean") return;
  const { parameters } = await getSettings();
  const { url } = clean(linkUrl || pageUrl, parameters);
  const [{ result: copied }] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: (url) => {
      const field = document.createElement("textarea");
      field.value = url;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      return field.value.length;
    },
    args: [url],
  });
  await browser.storage.local.set({ copied: { url, length: copied } });
  await browser.scripting.insertCSS({
    target: { tabId: tab.id },
    css: ":root { outline: 2px solid rgb(20, 140, 140); }",
  });
  browser.alarms.create(`scripting-removeCSS-${tab.id}-${crypto.randomUUID()}`, { delayInMinutes: 1 });
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("scripting-removeCSS-")) {
    const tabId2 = parseInt(alarm.name.slice("scripting-removeCSS-".length), 10);
    browser.scripting.removeCSS({
      target: { tabId: tabId2 },
      css: ":root { outline: 2px solid rgb(20, 140, 140); }",
    });
  }
});

browser.runtime.onMessage.addListener(async (message, sender) => {
  if (sender.id !== browser.runtime.id) return;
  switch (message.type) {
    case "clean":
      return clean(message.url, (await getSettings()).parameters);
    case "pause":
      await browser.storage.local.set({ paused: message.paused });
      return message.paused;
    case "count":
      return countOfTab.get(message.tabId) || 0;
  }
});

async function start() {
  const { stripReferrer } = await getSettings();
  if (!stripReferrer) return;
  browser.webRequest.onBeforeSendHeaders.addListener(
    ({ requestHeaders }) => ({ requestHeaders: requestHeaders.filter(({ name }) => name.toLowerCase() !== "referer") }),
    { urls: ["<all_urls>"], types: ["main_frame"] },
    ["blocking", "requestHeaders"],
  );
}

start();
