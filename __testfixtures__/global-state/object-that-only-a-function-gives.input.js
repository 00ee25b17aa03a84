const state = { open: 0 };

function getState() {
  return state;
}

chrome.tabs.onCreated.addListener(() => {
  const current = getState();
  current.open++;
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(getState().open);
});
