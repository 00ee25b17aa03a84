const known = [];
const stateRestored = chrome.storage.session.get({ known }).then((saved) => {
  known.push(...saved.known);
}).catch(console.error);
chrome.tabs.onCreated.addListener(async (tab) => {
  const entry = { id: tab.id };
  await stateRestored;
  known.push(entry);
  chrome.storage.session.set({ known });
  console.log(known.indexOf(entry));
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(known.length);
});
