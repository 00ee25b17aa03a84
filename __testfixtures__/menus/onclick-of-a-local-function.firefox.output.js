// Notes of one page.
const notesOf = async (url) => {
  const { [url]: list = [] } = await browser.storage.local.get(url);
  return list;
};

async function openAll({ pageUrl }) {
  const list = await notesOf(pageUrl);
  for (const url of list) await browser.tabs.create({ url });
}

const notes = {
  init() {
    browser.menus.create({ id: 'open-all', title: 'Open notes' });
    browser.menus.create({
      id: 'clear',
      title: 'Clear notes',
    });
  },
};

const menuHandlers = {
  'open-all': openAll,
  clear: async ({ pageUrl }) => {
    if ((await notesOf(pageUrl)).length > 0) await browser.storage.local.remove(pageUrl);
  },
};

browser.menus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

browser.runtime.onInstalled.addListener(() => {
  notes.init();
});
