chrome.permissions.contains({ permissions: ['downloads'] }, (granted) => {
  if (granted) {
    chrome.downloads.onCreated.addListener((item) => {
      console.log(item.url);
    });
  }
});
