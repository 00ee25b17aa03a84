function addMenus() {
  const links = [
    { id: 'home', url: 'https://example.com/' },
    { id: 'help', url: 'https://example.com/help' },
  ];
  for (const link of links) chrome.contextMenus.create({ id: link.id, title: link.id, onclick: () => chrome.tabs.create({ url: link.url }) });
  [{ id: 'a', size: 1 }, { id: 'b', size: 2 }].forEach((one) => chrome.contextMenus.create({ id: one.id, title: one.id, onclick: () => console.log(one.size) }));
}

addMenus();
