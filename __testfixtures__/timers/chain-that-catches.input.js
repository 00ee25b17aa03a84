const PERIOD = 15 * 60 * 1000;

async function refresh() {
  try {
    const { count } = await chrome.storage.local.get({ count: 0 });
    await chrome.action.setBadgeText({ text: String(count) });
  } catch (error) {
    console.error(error);
  }
  setTimeout(refresh, PERIOD);
}

refresh();
