async function check() {
  const { token } = await browser.storage.local.get('token');
  if (!token) throw new Error('no token');
}

async function init() {
  await check().catch(() => {});
  browser.tabs.onUpdated.addListener(() => {
    console.log('updated');
  });
}
init();
