let account = null;

async function connect() {
  await navigator.locks.request('account', async () => {
    const { user } = await chrome.storage.local.get('user');
    account = user;
  });
}
const loading = connect().catch(console.error);
const accountLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.alarms.onAlarm.addListener(async () => {
  await accountLoaded;
  if (account) chrome.action.setTitle({ title: account.name });
});
