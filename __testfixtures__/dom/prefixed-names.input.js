chrome.runtime.onMessage.addListener((path) => {
  webkitRequestAnimationFrame(() => console.log(path));
  webkitResolveLocalFileSystemURL(path, console.log);
});
