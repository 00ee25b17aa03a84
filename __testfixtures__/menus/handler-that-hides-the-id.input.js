const id = 'open';

chrome.contextMenus.create({
  id,
  title: 'Open',
  onclick: (info) => {
    const id = info.selectionText;
    chrome.tabs.create({ url: `https://example.com/${id}` });
  },
});
