const visit = { start: Date.now() };
const restored = chrome.storage.session.get({ start: visit.start }).then((saved) => {
  visit.start = saved.start;
  chrome.storage.session.set({ start: visit.start });
});

chrome.tabs.onCreated.addListener(async () => {
  await restored;
  console.log(Date.now() - visit.start);
});
