let wind = 'north';
let turns = 0;
const stateRestored = browser.storage.session.get({ wind, turns }).then((saved) => {
  wind = saved.wind;
  turns = saved.turns;
}).catch(console.error);

const DONE = { north: 'It blows from the north.', south: 'It blows from the south.' };

function turn(tabId) {
  wind = wind === 'north' ? 'south' : 'north';
  turns++;
  browser.storage.session.set({ wind, turns });
  return browser.action.setIcon({ tabId, path: `${wind}.svg` }).then(() => {
    browser.action.setTitle({ tabId, title: DONE[wind] });
    return browser.storage.local.set({ turned: wind });
  });
}

browser.action.onClicked.addListener(async (tab) => {
  await stateRestored;
  turn(tab.id);
});

browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status !== 'complete' || !url.startsWith('http')) return;
  browser.action.setIcon({ tabId, path: { 16: 'north.svg', 32: 'south.svg' } }).then(async () => {
    await stateRestored;
    browser.action.setBadgeText({ tabId, text: String(turns) });
  });
});

browser.runtime.onMessage.addListener((message) => {
  return stateRestored.then(() => {
    if (message === 'tell') {
      return browser.notifications.create('wind', {
        type: 'basic',
        iconUrl: browser.runtime.getURL('vane.svg'),
        title: 'Wind',
        message: DONE[wind],
      });
    }
    return Promise.resolve({ wind, turns });
  });
});
