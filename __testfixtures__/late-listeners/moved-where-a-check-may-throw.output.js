async function check() {
  const { token } = await browser.storage.local.get('token');
  if (!token) throw new Error('no token');
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

check().then(() => {
  startListening();
}).catch(() => {});

browser.tabs.onUpdated.addListener(async () => {
  await listening;
  console.log('updated');
});
