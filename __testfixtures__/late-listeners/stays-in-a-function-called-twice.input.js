function watch() {
  chrome.storage.local.get('third', () => {
    chrome.tabs.onRemoved.addListener((id) => console.log(id));
  });
}

watch();
watch();
