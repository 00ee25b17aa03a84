let opened = 0;

export function countOpened() {
  opened++;
}

export function getOpened() {
  return opened;
}

export function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
