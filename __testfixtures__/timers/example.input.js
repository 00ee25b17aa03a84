chrome.runtime.onInstalled.addListener(() => {
  setTimeout(() => console.log('an hour later'), 60 * 60 * 1000);
});
setInterval(refresh, 5 * 60 * 1000);

function refresh() {
  console.log('refreshed');
}
