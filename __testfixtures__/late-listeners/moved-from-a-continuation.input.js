let hosts = [];

browser.storage.local.get({ hosts: ['a.example'] }).then((found) => {
  hosts = found.hosts;
  browser.webNavigation.onCommitted.addListener(onCommitted, { url: [{ schemes: ['https'] }] });
});

function onCommitted(details) {
  if (hosts.includes(details.url)) console.log(details.url);
}
