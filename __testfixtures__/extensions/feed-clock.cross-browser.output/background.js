let refused = 0;
const stateRestored = chrome.storage.session.get({ refused }).then((saved) => {
  refused = saved.refused;
}).catch(console.error);

// A round that fails is no reason to end.
async function askFeeds() {
  try {
    const { feeds, asked } = await read({ feeds: ['news'], asked: [] });
    for (const feed of feeds) {
      if (feed === 'broken') throw new Error('This feed is broken.');
      asked.push(feed);
    }
    await write({ asked });
    chrome.action.setBadgeText({ text: String(asked.length) });
  } catch (error) {
    chrome.action.setBadgeText({ text: '!' });
  }
}

const tidy = async () => {
  await read({ tidied: 0 }).then(({ tidied }) => write({ tidied: tidied + 1 })).catch(console.error);
};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.feeds) {
    chrome.storage.local.set({ feeds: message.feeds }, () => sendResponse('stored'));
    return true;
  }
  stateRestored.then(() => {
    refused++;
    chrome.storage.session.set({ refused });
    sendResponse(refused);
  });
  return true;
});

chrome.runtime.onInstalled.addListener(askFeeds);
chrome.runtime.onStartup.addListener(askFeeds);
chrome.alarms.get('askFeeds').then((alarm) => {
  if (!alarm) chrome.alarms.create('askFeeds', { periodInMinutes: ROUND / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'askFeeds') askFeeds();
  if (alarm.name === 'tidy') tidy();
});
chrome.runtime.onInstalled.addListener(tidy);
chrome.runtime.onStartup.addListener(tidy);
chrome.alarms.get('tidy').then((alarm) => {
  if (!alarm) chrome.alarms.create('tidy', { periodInMinutes: TIDY_EVERY / 60000 });
});
