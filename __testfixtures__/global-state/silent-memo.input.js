let database;

function open() {
  if (!database) database = indexedDB.open('pages');
  return database;
}
const pattern = () => (pattern.cached ??= /x/);
chrome.tabs.onCreated.addListener(() => open());
