import { notify } from './notify.js';

let shelves = [];

const shelvesLoaded = browser.storage.local.get({ shelves: [] }).then((stored) => {
  shelves = stored.shelves;
}).catch(console.error);

browser.browserAction.onClicked.addListener(async () => {
  await shelvesLoaded;
  restore(0);
});

function restore(index) {
  const [url] = shelves.slice(index);
  browser.tabs.create({ url });
  notify(url);
}
