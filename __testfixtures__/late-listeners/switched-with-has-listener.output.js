const log = async (details) => {
  await startUpDone;
  if (!listensToWebNavigationCommitted) return;
  chrome.storage.local.set({ last: details.url });
};

let listensToWebNavigationCommitted = false;
chrome.webNavigation.onCommitted.addListener(log);

function toggle(on) {
  if (on && !listensToWebNavigationCommitted) {
    listensToWebNavigationCommitted = true;
  }
  if (!on) listensToWebNavigationCommitted = false;
}

const startUpDone = chrome.storage.sync.get({ on: true }).then(({ on }) => toggle(on)).catch(console.error);
chrome.storage.onChanged.addListener(() => {
  chrome.storage.sync.get({ on: true }, async ({ on }) => {
    await startUpDone;
    toggle(on);
  });
});
