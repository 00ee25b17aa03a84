async function refresh() {
  try {
    const { count } = await chrome.storage.local.get({ count: 0 });
    await chrome.action.setBadgeText({ text: String(count) });
  } catch (error) {
    await chrome.action.setBadgeText({ text: '!' });
  }
  setTimeout(refresh, 15 * 60 * 1000);
}

refresh();
