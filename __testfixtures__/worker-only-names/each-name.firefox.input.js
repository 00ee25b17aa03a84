chrome.action.onClicked.addListener(async () => {
  const pages = await clients.matchAll();
  console.log(pages.length, self instanceof ServiceWorkerGlobalScope);
});
