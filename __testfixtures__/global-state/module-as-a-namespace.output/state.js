export const open = [];
export const titles = {};
export const stateRestored = chrome.storage.session.get({ open, titles }).then((saved) => {
  open.push(...saved.open);
  Object.assign(titles, saved.titles);
}).catch(console.error);
