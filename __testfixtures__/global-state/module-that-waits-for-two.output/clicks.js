export let clicks = 0;
export const stateRestored = chrome.storage.session.get({ clicks }).then((saved) => {
  clicks = saved.clicks;
}).catch(console.error);
export function click() {
  clicks++;
  chrome.storage.session.set({ clicks });
}
