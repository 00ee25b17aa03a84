function onMessage(message) {
  if (message.open) {
    stateRestored.then(function() {
      opened++;
      chrome.storage.session.set({ opened });
    });
  }
}

function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
