const feedsByTab = {};
const stateRestored = chrome.storage.session.get({ feedsByTab }).then((saved) => {
  Object.assign(feedsByTab, saved.feedsByTab);
}).catch(console.error);
const handlers = { show(id, url) { console.log(id, url); } };

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type === 'feeds') {
    stateRestored.then(() => {
      feedsByTab[message.tab] = message.feeds;
      chrome.storage.session.set({ feedsByTab });
      console.log(message.tab);
    });
  }
  if (message.type === 'count') {
    const { tab, note } = message;
    stateRestored.then(() => {
      handlers.show(note, JSON.stringify(feedsByTab[tab]));
    });
  }
});
