async function refresh() {
  await chrome.action.setBadgeText({ text: 'new' }).catch(console.error);
  setTimeout(refresh, 60 * 60 * 1000);
}

refresh();
