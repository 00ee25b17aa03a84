let refused = 0;

// A round that fails is no reason to end.
async function askFeeds() {
  try {
    const { feeds, asked } = await read({ feeds: ['news'], asked: [] });
    for (const feed of feeds) {
      if (feed === 'broken') throw new Error('This feed is broken.');
      asked.push(feed);
    }
    await write({ asked });
    chrome.browserAction.setBadgeText({ text: String(asked.length) });
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
  }
  setTimeout(askFeeds, ROUND);
}

const tidy = async () => {
  await read({ tidied: 0 }).then(({ tidied }) => write({ tidied: tidied + 1 })).catch(console.error);
  setTimeout(tidy, TIDY_EVERY);
};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.feeds) {
    chrome.storage.local.set({ feeds: message.feeds }, () => sendResponse('stored'));
    return true;
  }
  refused++;
  sendResponse(refused);
});

askFeeds();
tidy();
