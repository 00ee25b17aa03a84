const contextMenus = { create() {} };
contextMenus.create({ title: 'Mine' });
