const link = (parts, ...names) => `https://a.example/${names.map(encodeURIComponent)}${parts.join('/')}`;

function add(key) {
  chrome.contextMenus.create({ id: key, title: key });
}

chrome.runtime.onInstalled.addListener(() => {
  add('note');
  add('task');
});

const menuHandlers = {
  note: () => chrome.tabs.create({ url: link`${'note'}/new` }),
  task: () => chrome.tabs.create({ url: link`${'task'}/new` })
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
