async function shown(tab) {
  return (await browser.action.isEnabled(tab.id)) || browser.action.openPopup();
}
shown({ id: 1 });
