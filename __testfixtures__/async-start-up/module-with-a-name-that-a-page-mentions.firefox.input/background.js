import { notify } from './notify.js';

let shelves = [];

browser.storage.local.get({ shelves: [] }).then((stored) => {
  shelves = stored.shelves;
});

browser.browserAction.onClicked.addListener(() => restore(0));

function restore(index) {
  const [url] = shelves.slice(index);
  browser.tabs.create({ url });
  notify(url);
}
