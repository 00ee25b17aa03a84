(async function init() {
  const settings = await browser.storage.local.get();
  const { title } = settings;

  async function messageHandler(request, sender) {
    switch (request.message) {
      case 'title': return title;
      case 'paint': browser.browserAction.setTitle({ title: request.title }); break;
      default: throw new Error('Unexpected message');
    }
  }
  browser.runtime.onMessage.addListener(messageHandler);
})();
