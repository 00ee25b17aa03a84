const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
let tabCount = 0;

async function start() {
  await wait(100);
  const tabs = await chrome.tabs.query({});
  tabCount = tabs.length;
}
start();

chrome.tabs.onCreated.addListener(() => {
  chrome.action.setBadgeText({ text: String(tabCount) });
});
