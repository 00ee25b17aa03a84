export let mode = 'idle';
export const stateRestored = chrome.storage.session.get({ mode: { value: mode } }).then((saved) => {
  mode = saved.mode.value;
}).catch(console.error);

export function setMode(value) {
  mode = value;
  chrome.storage.session.set({ mode: { value: mode } });
}
