let token = Math.random();

function getToken() {
  return token;
}

function escapeHtml(text) {
  return text.replace(/</g, '&lt;');
}
