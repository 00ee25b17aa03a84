let registered = null;

browser.runtime.onMessage.addListener(async (message) => {
  if (registered) registered.unregister();
  registered = await browser.contentScripts.register({ matches: [message.pattern], js: [{ code: '1' }] });
});
