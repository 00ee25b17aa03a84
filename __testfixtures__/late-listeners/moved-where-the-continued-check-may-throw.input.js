browser.storage.local.get('token').then(check).then(() => {
  browser.tabs.onUpdated.addListener(() => {
    console.log('updated');
  });
}).catch(() => {});

function check(saved) {
  if (!saved.token) throw new Error('no token');
}
