export let mode = 'rest';
export const distractions = {};
let started = 0;
export const stateRestored = chrome.storage.session.get({ mode, distractions, started }).then((saved) => {
  mode = saved.mode;
  Object.assign(distractions, saved.distractions);
  started = saved.started;
}).catch(console.error);

export function setMode(work) {
  mode = work ? 'work' : 'rest';
  chrome.storage.session.set({ mode });
  if (work) {
    started++;
    chrome.storage.session.set({ started });
  }
}

export function countOf(host) {
  return distractions[host] || 0;
}

export function sessions() {
  return started;
}
