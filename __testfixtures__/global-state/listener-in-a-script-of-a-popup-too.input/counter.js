function onMessage(message) {
  if (message.open) opened++;
}

function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
