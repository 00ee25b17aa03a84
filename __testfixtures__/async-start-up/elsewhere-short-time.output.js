const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
let tabCount = 0;

async function start() {
  await wait(100);
  const tabs = await chrome.tabs.query({});
  tabCount = tabs.length;
}
const tabCountLoaded = start().catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await tabCountLoaded;
  chrome.action.setBadgeText({ text: String(tabCount) });
});
