let views = [];
let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message) => {
  views.push({ name: message.name, show: () => message.name });
  stateRestored.then(() => {
    opened += 1;
    chrome.storage.session.set({ opened });
  });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  if (opened > 100) {
    opened = 0;
    chrome.storage.session.set({ opened });
  }
  chrome.browserAction.setBadgeText({ text: String(opened) });
});

chrome.commands.onCommand.addListener(() => {
  if (views.length > 100) views = views.slice(1);
});
