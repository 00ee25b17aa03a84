import { store, stateRestored } from '.';

export async function countTab() {
  await stateRestored;
  store.tabs += 1;
  chrome.storage.session.set({ tabs: store.tabs });
}
