async function look() {
  chrome.action.setTitle({ title: 'Looking' });
  setTimeout(look, 60000);
  const { count } = await chrome.storage.local.get({ count: 0 });
  chrome.action.setBadgeText({ text: String(count) });
}

look();
