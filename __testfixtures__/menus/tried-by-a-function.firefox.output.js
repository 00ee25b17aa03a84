function knowsVisible() {
  try {
    browser.menus.update('none', { visible: true });
    return true;
  } catch (error) {
    return false;
  }
}

const VISIBLE = knowsVisible();

browser.runtime.onInstalled.addListener(() => {
  browser.menus.create({ id: 'a', title: VISIBLE ? '&A' : 'A' });
});
