let total = Promise.resolve(0);
let last = Promise.resolve();
let asked = Promise.resolve();
let given = Promise.resolve();
let kept = Promise.resolve();
let begun = new Promise(() => {});
let replaced = Promise.resolve();

chrome.tabs.onCreated.addListener((tab) => {
  total = total.then((count) => count + 1);
  last = last.then((before) => (before === tab.url ? before : tab.url));
  asked = asked.then(() => tab.url);
  given = given.then(() => tab.url);
  kept = kept.then(() => tab.url).catch(() => '');
  begun = begun.then(() => chrome.tabs.remove(tab.id));
  replaced = chrome.tabs.update(tab.id, { muted: true });
});
chrome.tabs.onRemoved.addListener(async () => {
  await last;
  const url = await asked;
  console.log(url, await total);
  kept.finally(() => {}).then(console.log);
  await replaced;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  given.then(sendResponse);
  return true;
});
