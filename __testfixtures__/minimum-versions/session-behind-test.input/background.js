const area = chrome.storage.session ?? chrome.storage.local;

chrome.runtime.onMessage.addListener((message) => {
  area.set({ last: message });
  if (chrome.storage.session) chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  chrome.sidePanel?.open({ windowId: 1 });
});
