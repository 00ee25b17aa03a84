function onCreated() {
  if (browser.runtime.lastError) {
    console.log(`Error: ${browser.runtime.lastError}`);
  }
}

browser.menus.create({ id: 'log', title: browser.i18n.getMessage('menuLog'), contexts: ['all'] }, onCreated);

browser.menus.create({
  id: 'check',
  type: 'checkbox',
  title: 'Check me',
  contexts: ['all'],
  checked: true,
}, onCreated);

browser.menus.onClicked.addListener((info) => {
  if (info.menuItemId === 'check') browser.menus.update('check', { title: 'Checked' });
});
