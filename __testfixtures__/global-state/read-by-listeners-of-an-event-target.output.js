class Registry extends EventTarget {
  add(url) {
    this.dispatchEvent(new CustomEvent('add', { detail: url }));
  }
}

const registry = new Registry();
let muted = false;
const stateRestored = chrome.storage.session.get({ muted }).then((saved) => {
  muted = saved.muted;
}).catch(console.error);

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  muted = !muted;
  chrome.storage.session.set({ muted });
});

chrome.webNavigation.onCompleted.addListener(({ url }) => registry.add(url));

registry.addEventListener('add', async ({ detail }) => {
  await stateRestored;
  if (!muted) chrome.action.setTitle({ title: detail });
});
