const meter = {
  value: 0,
  get level() { return this.value * 10; },
  set level(level) { this.value = level > 10 ? 1 : 0; },
};
chrome.tabs.onCreated.addListener(() => { meter.value += 1; });
chrome.commands.onCommand.addListener(() => { meter.level = 20; });
chrome.action.onClicked.addListener(() => console.log(meter.level));
