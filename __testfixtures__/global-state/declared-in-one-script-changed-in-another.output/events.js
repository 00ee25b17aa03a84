chrome.tabs.onCreated.addListener(async function () {
  await stateRestored;
  seen += 1;
  chrome.storage.session.set({ seen: seen });
  report();
});
