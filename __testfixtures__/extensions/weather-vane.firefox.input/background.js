let wind = 'north';
let turns = 0;

const DONE = { north: 'It blows from the north.', south: 'It blows from the south.' };

function turn(tabId) {
  wind = wind === 'north' ? 'south' : 'north';
  turns++;
  return browser.browserAction.setIcon({ tabId, path: `${wind}.svg` }).then(() => {
    browser.browserAction.setTitle({ tabId, title: DONE[wind] });
    return browser.storage.local.set({ turned: wind });
  });
}

browser.browserAction.onClicked.addListener((tab) => turn(tab.id));

browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status !== 'complete' || !url.startsWith('http')) return;
  browser.browserAction.setIcon({ tabId, path: { 16: 'north.svg', 32: 'south.svg' } }).then(() => {
    browser.browserAction.setBadgeText({ tabId, text: String(turns) });
  });
});

browser.runtime.onMessage.addListener((message) => {
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
