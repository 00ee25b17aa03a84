let seen = 0;
chrome.storage.local.get('seen', (items) => {
  seen = items.seen;
  register();
});
function register() {
  chrome.tabs.onUpdated.addListener(report);
}
const report = (id) => {
  console.log(id, seen);
};
