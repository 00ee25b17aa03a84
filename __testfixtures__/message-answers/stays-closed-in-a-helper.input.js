chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'title') chrome.tabs.get(message.id, (tab) => answer(tab, sendResponse));
});

function answer(tab, reply) {
  if (tab !== undefined) reply(tab.title);
}
