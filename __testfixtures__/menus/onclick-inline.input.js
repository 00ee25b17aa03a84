chrome.contextMenus.create({
  title: 'Image details',
  contexts: ['image'],
  onclick: async (info, tab) => {
    // Only what the page shows.
    if (!info.pageUrl) return;
    chrome.windows.create({ url: `details.html#${info.pageUrl}` });
    console.log(tab.id);
  },
});
