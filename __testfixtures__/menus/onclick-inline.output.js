chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({
    id: 'image-details',
    title: 'Image details',
    contexts: ['image'],
  });
});

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  if (info.menuItemId !== 'image-details') return;
  // Only what the page shows.
  if (!info.pageUrl) return;
  chrome.windows.create({ url: `details.html#${info.pageUrl}` });
  console.log(tab.id);
});
