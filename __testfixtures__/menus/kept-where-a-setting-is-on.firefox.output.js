let options = {};

async function init() {
  options = await browser.storage.local.get({ inMenu: true, target: 'tab' });
  if (options.inMenu) {
    browser.menus.create({
      id: 'open',
      title: 'Open elsewhere',
      contexts: ['link'],
    }, () => void browser.runtime.lastError);
  } else {
    browser.menus.remove('open').catch(() => {});
  }
}

browser.storage.onChanged.addListener((changes) => {
  if (changes.inMenu && !changes.inMenu.newValue) browser.menus.remove('open');
});

browser.menus.onClicked.addListener(({ linkUrl }) => {
  browser.tabs.create({ url: linkUrl });
});

init();
