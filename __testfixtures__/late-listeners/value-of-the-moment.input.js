async function start() {
  const { options } = await chrome.storage.local.get('options');
  const begin = Date.now();
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id, options, Date.now() - begin));
}

async function sign() {
  const { token = crypto.randomUUID() } = await chrome.storage.local.get('token');
  chrome.webNavigation.onCommitted.addListener(({ url }) => console.log(url, token));
}

start();
sign();
