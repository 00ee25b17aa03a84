let contextId = 0;
const stateRestored = chrome.storage.session.get({ contextId }).then((saved) => {
  contextId = saved.contextId;
}).catch(console.error);

chrome.input.ime.onFocus.addListener(async (context) => {
  await stateRestored;
  contextId = context.contextID ?? 0;
  chrome.storage.session.set({ contextId });
});

chrome.input.ime.onReset.addListener(async () => {
  await stateRestored;
  console.log(contextId);
});
