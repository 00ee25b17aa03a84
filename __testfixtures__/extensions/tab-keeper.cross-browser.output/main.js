const keeper = new Keeper();
const stateRestored = chrome.storage.session.get({ pages: [...keeper.pages], visits: keeper.visits, paused: keeper.paused }).then((saved) => {
  keeper.pages = new Map(saved.pages);
  keeper.visits = saved.visits;
  keeper.paused = saved.paused;
}).catch(console.error);
keeper.listen();
