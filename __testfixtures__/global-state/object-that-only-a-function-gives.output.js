const state = { open: 0 };
const stateRestored = chrome.storage.session.get({ state }).then((saved) => {
  Object.assign(state, saved.state);
}).catch(console.error);

function getState() {
  return state;
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  const current = getState();
  current.open++;
  chrome.storage.session.set({ state });
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  stateRestored.then(() => {
    reply(getState().open);
  });
  return true;
});
