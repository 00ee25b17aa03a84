export default defineBackground(() => {
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.create({
      id: 'save-for-later',
      title: 'Save for later',
      contexts: ['link'],
    });
  });

  chrome.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === 'save-for-later') console.log(info.linkUrl);
  });
});
