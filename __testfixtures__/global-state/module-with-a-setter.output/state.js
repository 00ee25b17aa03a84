export let mode = 'idle';
let changes = 0;
export const stateRestored = chrome.storage.session.get({ mode, changes }).then((saved) => {
  mode = saved.mode;
  changes = saved.changes;
}).catch(console.error);

export function setMode(value) {
  mode = value ? 'record' : 'idle';
  changes++;
  chrome.storage.session.set({ mode, changes });
}

export { changes as changeCount };
