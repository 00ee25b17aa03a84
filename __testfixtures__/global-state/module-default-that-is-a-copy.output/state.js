export let count = 0;
export const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
export function bump() {
  count++;
  chrome.storage.session.set({ count });
}
