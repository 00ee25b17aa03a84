let host = '';
let visits = [];
let best = 0;
const stateRestored = chrome.storage.session.get({ host, visits, best }).then((saved) => {
  host = saved.host;
  visits = saved.visits;
  best = saved.best;
}).catch(console.error);
const hostOf = (url) => {
  if (!url) return '';
  return new URL(url).hostname;
};
function entryOf(tab, from = 'tab') {
  return { id: tab.id, host: hostOf(tab.url), from };
}
chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  host = hostOf(tab.url);
  chrome.storage.session.set({ host });
  visits.push(entryOf(tab));
  chrome.storage.session.set({ visits });
  visits = visits.slice(-5).filter((visit) => visit.host !== '');
  chrome.storage.session.set({ visits });
  best = Math.max(best, visits.length);
  chrome.storage.session.set({ best });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  visits.forEach((visit) => {
    visit.from = 'seen';
  });
  chrome.storage.session.set({ visits });
  console.log(host, best, visits);
});
