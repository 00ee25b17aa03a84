const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

chrome.tabs.onCreated.addListener(async (tab) => {
  await sleep(60000);
  chrome.tabs.remove(tab.id);
});
chrome.commands.onCommand.addListener(async () => {
  await new Promise((resolve) => setTimeout(resolve, 90 * 1000));
  chrome.tabs.create({});
});
