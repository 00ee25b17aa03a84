let account = null;

async function connect() {
  await navigator.locks.request('account', async () => {
    const { user } = await chrome.storage.local.get('user');
    account = user;
  });
}
connect();

chrome.alarms.onAlarm.addListener(() => {
  if (account) chrome.action.setTitle({ title: account.name });
});
