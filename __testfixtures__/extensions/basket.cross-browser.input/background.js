const amounts = new Map();
let isPaused = false;

function show() {
  const text = amounts.size >= settings.limit ? "full" : String(amounts.size);
  ext.browserAction.setBadgeText({ text: isPaused ? "off" : text });
}

ext.contextMenus.create({ id: "empty", title: "Empty the basket", contexts: ["all"] });

ext.contextMenus.onClicked.addListener(() => {
  amounts.clear();
  show();
});

ext.browserAction.onClicked.addListener(() => {
  isPaused = !isPaused;
  show();
});

ext.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.add) {
    const isTaken = !isPaused && amounts.size < settings.limit;
    if (isTaken) amounts.set(`${message.add}`, (amounts.get(`${message.add}`) || 0) + 1);
    show();
    sendResponse(isTaken);
  } else if (message.type === "total") {
    let total = 0;
    for (const amount of amounts.values()) total += amount;
    sendResponse(total);
  }
});
