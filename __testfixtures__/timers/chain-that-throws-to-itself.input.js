const PERIOD = 20 * 60 * 1000;

async function refresh() {
  try {
    const { count } = await chrome.storage.local.get({ count: 0 });
    if (count < 0) throw new Error('no count');
    await chrome.action.setBadgeText({ text: String(count) });
  } catch (error) {
    await chrome.action.setBadgeText({ text: '!' }).catch(() => {});
  }
  setTimeout(refresh, PERIOD);
}

refresh();
