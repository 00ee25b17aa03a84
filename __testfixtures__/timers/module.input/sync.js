export function sync() {
  chrome.storage.local.get({ syncs: 0 }, ({ syncs }) => chrome.storage.local.set({ syncs: syncs + 1 }));
}
