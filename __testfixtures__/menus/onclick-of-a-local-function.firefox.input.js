const notes = {
  init() {
    // Notes of one page.
    const notesOf = async (url) => {
      const { [url]: list = [] } = await browser.storage.local.get(url);
      return list;
    };

    async function openAll({ pageUrl }) {
      const list = await notesOf(pageUrl);
      for (const url of list) await browser.tabs.create({ url });
    }

    browser.menus.create({ id: 'open-all', title: 'Open notes', onclick: openAll });
    browser.menus.create({
      id: 'clear',
      title: 'Clear notes',
      onclick: async ({ pageUrl }) => {
        if ((await notesOf(pageUrl)).length > 0) await browser.storage.local.remove(pageUrl);
      },
    });
  },
};

notes.init();
