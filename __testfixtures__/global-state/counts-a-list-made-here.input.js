let closedTotal = 0;
let hosts = 0;

async function closeDuplicates() {
  const tabs = await chrome.tabs.query({});
  const seen = new Set();
  const duplicates = [];
  for (const tab of tabs) {
    if (seen.has(tab.url)) duplicates.push(tab.id);
    else seen.add(tab.url);
  }
  closedTotal += duplicates.length;
  hosts = seen.size;
  await chrome.tabs.remove(duplicates);
}

chrome.action.onClicked.addListener(closeDuplicates);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'stats') sendResponse({ closedTotal, hosts });
});
