function add(id, title) {
  chrome.contextMenus.create({
    id,
    title,
    contexts: ['page'],
    onclick: (info, tab) => {
      console.log(info.menuItemId, tab.title);
    },
  });
}

add('open', 'Open');
add('copy', 'Copy');
chrome.contextMenus.create({ id: 'about', title: 'About', contexts: ['page'], onclick: () => chrome.tabs.create({ url: 'about.html' }) });
