let seen = 0;
const seenLoaded = chrome.storage.local.get('seen').then((items) => {
  seen = items.seen;
}).catch(console.error);
function register() {
  chrome.tabs.onUpdated.addListener(report);
}
const report = async (id) => {
  await seenLoaded;
  console.log(id, seen);
};

register();
