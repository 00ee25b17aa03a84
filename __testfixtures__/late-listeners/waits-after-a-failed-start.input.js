async function main() {
  try {
    await prepare();
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
    return;
  }
  chrome.tabs.onCreated.addListener((tab) => {
    chrome.storage.local.set({ opened: tab.url });
  });
}

async function prepare() {
  const { broken } = await chrome.storage.local.get('broken');
  if (broken) throw new Error('broken');
}

main();
