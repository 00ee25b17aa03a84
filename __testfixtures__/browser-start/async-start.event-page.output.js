async function init() {
  const [tab] = await browser.tabs.query({ active: true });
  await browser.pageAction.show(tab.id);
}
init();

// The browser starts the background for this listener; all else is done at top level.
browser.runtime.onStartup.addListener(() => {});
