let quiet;
const stateRestored = chrome.storage.session.get({ quiet: { value: quiet } }).then((saved) => {
  quiet = saved.quiet.value;
}).catch(console.error);

chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === "session") return;
  await stateRestored;
  quiet = changes.active;
  chrome.storage.session.set({ quiet: { value: quiet } });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(quiet);
});
