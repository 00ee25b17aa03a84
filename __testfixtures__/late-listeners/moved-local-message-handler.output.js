let title;
const titleLoaded = (async function init() {
  const settings = await browser.storage.local.get();
  ({ title } = settings);
})().catch(console.error);

browser.runtime.onMessage.addListener(async function messageHandler(request, sender) {
  switch (request.message) {
    case 'title': await titleLoaded; return title;
    case 'paint': browser.browserAction.setTitle({ title: request.title }); break;
    default: throw new Error('Unexpected message');
  }
});
