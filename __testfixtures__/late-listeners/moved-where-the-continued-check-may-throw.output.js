let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

browser.storage.local.get('token').then(check).then(() => {
  startListening();
}).catch(() => {});

browser.tabs.onUpdated.addListener(async () => {
  await listening;
  console.log('updated');
});

function check(saved) {
  if (!saved.token) throw new Error('no token');
}
