const amounts = new Map();
let isPaused = false;
const stateRestored = chrome.storage.session.get({ amounts: [], isPaused }).then((saved) => {
  for (const [key, value] of saved.amounts) amounts.set(key, value);
  isPaused = saved.isPaused;
}).catch(console.error);

function show() {
  const text = amounts.size >= settings.limit ? "full" : String(amounts.size);
  ext.action.setBadgeText({ text: isPaused ? "off" : text });
}

ext.runtime.onInstalled.addListener(() => {
  ext.contextMenus.create({ id: "empty", title: "Empty the basket", contexts: ["all"] });
});

ext.contextMenus.onClicked.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  amounts.clear();
  chrome.storage.session.set({ amounts: [...amounts] });
  show();
});

ext.action.onClicked.addListener(async () => {
  await settingsLoaded;
  await stateRestored;
  isPaused = !isPaused;
  chrome.storage.session.set({ isPaused });
  show();
});

ext.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.add) {
    settingsLoaded.then(async () => {
      await stateRestored;
      const isTaken = !isPaused && amounts.size < settings.limit;
      if (isTaken) {
        amounts.set(`${message.add}`, (amounts.get(`${message.add}`) || 0) + 1);
        chrome.storage.session.set({ amounts: [...amounts] });
      }
      show();
      sendResponse(isTaken);
    });
    return true;
  } else if (message.type === "total") {
    let total = 0;
    settingsLoaded.then(async () => {
      await stateRestored;
      for (const amount of amounts.values()) total += amount;
      sendResponse(total);
    });
    return true;
  }
});
