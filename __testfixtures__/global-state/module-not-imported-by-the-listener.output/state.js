export let count = 0;
export const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);
export const add = (by) => {
  count += by ? 1 : 2;
  chrome.storage.session.set({ count });
};
