const meter = {
  value: 0,
  get level() { return this.value * 10; },
  set level(level) {
    this.value = level > 10 ? 1 : 0;
    chrome.storage.session.set({ value: this.value });
  },
};
const stateRestored = chrome.storage.session.get({ value: meter.value }).then((saved) => {
  meter.value = saved.value;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  meter.value += 1;
  chrome.storage.session.set({ value: meter.value });
});
chrome.commands.onCommand.addListener(async () => {
  await stateRestored;
  meter.level = 20;
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(meter.level);
});
