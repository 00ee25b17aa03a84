async function look() {
  setTimeout(look, 60000);
  const { paused, count } = await chrome.storage.local.get({ paused: false, count: 0 });
  if (paused) return;
  await chrome.action.setBadgeText({ text: String(count) });
}

look();
