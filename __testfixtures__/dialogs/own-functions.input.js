function alert(text) {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Note', message: text });
}
const { confirm } = { confirm: () => true };
chrome.contextMenus.onClicked.addListener(() => {
  if (confirm()) alert('done');
});
