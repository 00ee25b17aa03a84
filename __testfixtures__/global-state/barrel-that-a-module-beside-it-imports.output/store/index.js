export const store = { tabs: 0 };
export const stateRestored = chrome.storage.session.get({ tabs: store.tabs }).then((saved) => {
  store.tabs = saved.tabs;
}).catch(console.error);
