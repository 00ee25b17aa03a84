let hasIcons = testIcons();

function testIcons() {
  try {
    browser.menus.update('tool', { icons: {} });
    return true;
  } catch (error) {
    return false;
  }
}

browser.menus.create({ id: 'tool', title: hasIcons ? 'Tool' : '* Tool' });
