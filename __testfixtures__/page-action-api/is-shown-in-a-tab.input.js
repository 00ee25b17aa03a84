async function shown(tab) {
  return (await browser.pageAction.isShown({ tabId: tab.id })) || browser.pageAction.openPopup();
}
shown({ id: 1 });
