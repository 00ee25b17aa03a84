import browser from './info.js';

let count = 0;
export const stateRestored = new Promise((resolve) => {
  chrome.storage.session.get({ count }, (saved) => {
    if (saved) {
      count = saved.count;
    }
    resolve();
  });
});
export function add(id) {
  count += 1;
  chrome.storage.session.set({ count });
  console.log(count, browser.name, id);
}
