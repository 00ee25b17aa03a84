chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'title') {
    chrome.tabs.get(message.id, (tab) => answer(tab, sendResponse));
    return true;
  }
  if (message.type === 'count') {
    count(sendResponse);
    return true;
  }
  if (message.type === 'name') name(sendResponse);
});

function answer(tab, reply) {
  if (tab === undefined) reply(null);
  else reply(tab.title);
}

function count(reply) {
  chrome.tabs.query({}, (tabs) => reply(tabs.length));
}

function name(reply) {
  reply('helper');
}
