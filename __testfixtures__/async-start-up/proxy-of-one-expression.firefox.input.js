let hosts = [];

browser.storage.local.get({ hosts: [] }).then((items) => {
  hosts = items.hosts;
});

browser.proxy.onRequest.addListener(({ url }) => hosts.includes(url) ? { type: 'http', host: '127.0.0.1', port: 65535 } : { type: 'direct' }, { urls: ['<all_urls>'] });
