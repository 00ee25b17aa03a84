chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'sync') console.log(localStorage.mode);
});
