chrome.storage.local.get('color', ({ color }) => {
  document.body.style.color = color;
});
