browser.theme.update({ colors: { frame: '#123' } });
browser.menus.create({ id: 'read', title: 'Read' });
