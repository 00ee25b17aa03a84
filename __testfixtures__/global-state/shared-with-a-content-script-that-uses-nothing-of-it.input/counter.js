let opened = 0;

function countOpened() {
  opened++;
}

function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
