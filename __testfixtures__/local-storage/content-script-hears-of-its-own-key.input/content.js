chrome.storage.onChanged.addListener((changes) => {
  if (changes.enabled) location.reload();
});
