const feedsByTab = {};
const handlers = { show(id, url) { console.log(id, url); } };

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type === 'feeds') {
    feedsByTab[message.tab] = message.feeds;
    console.log(message.tab);
  }
  if (message.type === 'count') {
    const { tab, note } = message;
    handlers.show(note, JSON.stringify(feedsByTab[tab]));
  }
});
