let count = 0;
export const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

export function next() {
  count += 1;
  chrome.storage.session.set({ count });
  return count;
}
