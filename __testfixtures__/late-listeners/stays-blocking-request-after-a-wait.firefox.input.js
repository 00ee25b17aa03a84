let rules = [];

async function init() {
  await browser.runtime.sendMessage('other@example', 'ready');
  rules = ['ads'];
  browser.webRequest.onBeforeRequest.addListener(({ url }) => ({ cancel: rules.some((rule) => url.includes(rule)) }), { urls: ['<all_urls>'] }, ['blocking']);
}

init();
