const log = async (tab) => {
  await startUpDone;
  if (!listensToTabsCreated) return;
  console.log(tab.id);
};

let listensToTabsCreated = false;
chrome.tabs.onCreated.addListener(log);
async function count(tabId) {
  await startUpDone;
  if (!listensToTabsRemoved) return;
  console.log(tabId);
}

let listensToTabsRemoved = false;
chrome.tabs.onRemoved.addListener(count);

function apply({ on }) {
  const method = on ? "addListener" : "removeListener";
  if (method === "addListener") listensToTabsCreated = true;
  else listensToTabsCreated = false;
  if (method === "addListener") listensToTabsRemoved = true;
  else listensToTabsRemoved = false;
}

const startUpDone = chrome.storage.sync.get({ on: false }).then(apply).catch(console.error);
chrome.runtime.onMessage.addListener((message) => {
  chrome.storage.sync.set({ on: message.on });
  startUpDone.then(() => {
    apply(message);
  });
});
