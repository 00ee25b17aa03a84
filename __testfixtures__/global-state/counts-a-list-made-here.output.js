let closedTotal = 0;
let hosts = 0;
const stateRestored = chrome.storage.session.get({ closedTotal, hosts }).then((saved) => {
  closedTotal = saved.closedTotal;
  hosts = saved.hosts;
}).catch(console.error);

async function closeDuplicates() {
  const tabs = await chrome.tabs.query({});
  const seen = new Set();
  const duplicates = [];
  for (const tab of tabs) {
    if (seen.has(tab.url)) duplicates.push(tab.id);
    else seen.add(tab.url);
  }
  await stateRestored;
  closedTotal += duplicates.length;
  hosts = seen.size;
  chrome.storage.session.set({ closedTotal, hosts });
  await chrome.tabs.remove(duplicates);
}

chrome.action.onClicked.addListener(closeDuplicates);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'stats') {
    stateRestored.then(() => {
      sendResponse({ closedTotal, hosts });
    });
    return true;
  }
});
