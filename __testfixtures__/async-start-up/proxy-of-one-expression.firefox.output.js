let hosts = [];

const hostsLoaded = browser.storage.local.get({ hosts: [] }).then((items) => {
  hosts = items.hosts;
}).catch(console.error);

browser.proxy.onRequest.addListener(async ({ url }) => {
  await hostsLoaded;
  return hosts.includes(url) ? { type: 'http', host: '127.0.0.1', port: 65535 } : { type: 'direct' };
}, { urls: ['<all_urls>'] });
