let settings = { step: 0.1, last: 1 };

chrome.storage.sync.get(settings, (items) => {
  settings = items;
});

chrome.runtime.onMessage.addListener((message) => {
  settings.last = message.value;
  chrome.storage.sync.set({ step: message.step });
});

chrome.commands.onCommand.addListener(() => {
  console.log(settings.last + settings.step);
});
