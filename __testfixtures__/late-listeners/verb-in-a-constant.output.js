async function log(tab) {
  await startUpDone;
  if (!listensToTabsCreated) return;
  console.log(tab.id);
}

let listensToTabsCreated = false;
chrome.tabs.onCreated.addListener(log);

function apply(on) {
  const verb = on ? "addListener" : "removeListener";
  if (verb === "addListener") listensToTabsCreated = true;
  else listensToTabsCreated = false;
}

const startUpDone = chrome.storage.local.get({ on: false }).then(({ on }) => apply(on)).catch(console.error);
chrome.storage.onChanged.addListener(async ({ on }) => {
  await startUpDone;
  apply(on.newValue);
});
