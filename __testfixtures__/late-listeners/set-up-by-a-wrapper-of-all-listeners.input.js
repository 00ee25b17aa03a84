async function logErrorsFrom(task) {
  try {
    return await task();
  } catch (error) {
    console.error(error);
    throw error;
  }
}

let names = [];

logErrorsFrom(async () => {
  const found = await chrome.storage.local.get({ names: [] });
  names = found.names;
  chrome.tabs.onCreated.addListener((tab) => logErrorsFrom(async () => {
    if (names.includes(tab.title)) await chrome.tabs.remove(tab.id);
  }));
});

chrome.action.onClicked.addListener(() => logErrorsFrom(async () => {
  await chrome.tabs.create({ url: 'https://example.com' });
}));
