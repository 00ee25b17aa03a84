let asking = null;

browser.action.onClicked.addListener(() => {
  asking = browser.tabs.create({ url: 'ask.html' });
});

browser.runtime.onMessage.addListener(async (message) => {
  const tab = await asking;
  asking = null;
  await browser.tabs.remove(tab.id);
});
