let containerId = null;
const hosts = [];

async function setUpContainer() {
  const [found] = await browser.contextualIdentities.query({ name: 'Shop' });
  if (found) {
    containerId = found.cookieStoreId;
  } else {
    const made = await browser.contextualIdentities.create({ name: 'Shop', color: 'blue', icon: 'cart' });
    containerId = made.cookieStoreId;
  }
}

function makeHosts() {
  for (const name of ['shop.example', 'pay.example']) hosts.push(new RegExp(`(^|\\.)${name}$`));
}

function isShop(url) {
  return hosts.some((host) => host.test(new URL(url).hostname));
}

async function contain(details) {
  const tab = await browser.tabs.get(details.tabId);
  if (tab.cookieStoreId === containerId || !isShop(details.url)) return {};
  await browser.tabs.create({ url: details.url, cookieStoreId: containerId });
  return { cancel: true };
}

function listen() {
  browser.webRequest.onBeforeRequest.addListener(contain, { urls: ['<all_urls>'], types: ['main_frame'] }, ['blocking']);
}

(async function init() {
  try {
    await setUpContainer();
  } catch (error) {
    console.error(error);
    return;
  }
  makeHosts();
  listen();
})();
