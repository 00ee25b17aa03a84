async function check() {
  const { token } = await browser.storage.local.get('token');
  if (!token) throw new Error('no token');
}

check().then(() => {
  browser.tabs.onUpdated.addListener(() => {
    console.log('updated');
  });
}).catch(() => {});
