let visits = 0;
const stateRestored = chrome.storage.session.get({ visits }).then((saved) => {
  visits = saved.visits;
}).catch(console.error);
let shown = () => 'nothing';

function show() {
  console.log(shown(), visits);
}

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  if (change.url) {
    visits++;
    chrome.storage.session.set({ visits });
  }
  shown = () => id;
  show();
});
