const isObject = (value) => typeof value === "object" && value !== null;

browser.runtime.onMessage.addListener((message) => {
  if (isObject(browser.declarativeNetRequest)) return hideByRules(message.url);
  return browser.alarms.create("hide", { delayInMinutes: 1 });
});

async function hideByRules(url) {
  await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds: [1], addRules: [{ id: 1, action: { type: "block" }, condition: { urlFilter: url } }] });
}

browser.tabs.onCreated.addListener(async ({ cookieStoreId }) => {
  const container = await browser.contextualIdentities.get(cookieStoreId);
  console.log(container.name);
});
