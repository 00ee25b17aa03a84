chrome.storage.local.get('seen', (items) => {
  console.log(items.seen);
  register();
});
function register() {
  chrome.tabs.onUpdated.addListener(report);
}
const report = (id) => {
  console.log(id);
};
