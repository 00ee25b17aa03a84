let hosts = [];

const hostsLoaded = browser.storage.local.get({ hosts: ['a.example'] }).then((found) => {
  hosts = found.hosts;
}).catch(console.error);

browser.webNavigation.onCommitted.addListener(onCommitted, { url: [{ schemes: ['https'] }] });

async function onCommitted(details) {
  await hostsLoaded;
  if (hosts.includes(details.url)) console.log(details.url);
}
