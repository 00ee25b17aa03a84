window.addEventListener('load', () => {
  chrome.storage.onChanged.addListener((changes) => console.log(Object.keys(changes)));
});
