async function init() {
  const [tab] = await browser.tabs.query({ active: true });
  await browser.pageAction.show(tab.id);
}
init();
