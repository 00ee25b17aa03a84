const input = document.getElementById('host');

input.addEventListener('change', () => {
  chrome.permissions.request({ origins: [`https://${input.value}/*`] });
  chrome.permissions.contains({ origins: [input.value] });
});
