async function main() {
  const settings = await chrome.storage.local.get({ greeting: 'Hello', limit: 3 });
  chrome.tabs.onCreated.addListener((tab) => {
    console.log(settings.greeting, tab.id);
  });
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message === 'limit') sendResponse(settings.limit);
  });
}

main();
