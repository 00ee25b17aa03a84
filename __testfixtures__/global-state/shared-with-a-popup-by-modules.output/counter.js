let opened = 0;
export const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);

export function countOpened() {
  opened++;
  chrome.storage.session.set({ opened });
}

export function getOpened() {
  return opened;
}

export function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
