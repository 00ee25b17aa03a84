let settings = {};

function watchHistory() {
  chrome.history.onVisited.addListener(remember);
}

async function remember(item) {
  await settingsLoaded;
  if (!settings.history) return;
  chrome.storage.local.set({ last: item.url, by: settings.name });
}

const settingsLoaded = chrome.storage.local.get({ history: true, name: 'me' }).then((items) => {
  settings = items;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message) => {
  console.log(message);
});

watchHistory();
