const SITES = ['a.example', 'b.example'];

for (const site of SITES) {
  chrome.contextMenus.create({ title: `Open ${site}` });
}

chrome.contextMenus.onClicked.addListener(({ menuItemId }) => {
  if (SITES.includes(menuItemId)) chrome.tabs.create({ url: `https://${menuItemId}/` });
});
