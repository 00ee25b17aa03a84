let opened = 0;
const counterRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);

function countOpened() {
  opened++;
  chrome.storage.session.set({ opened });
}

function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
