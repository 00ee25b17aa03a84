let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved: Record<string, any>) => {
  count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  console.log(count);
});

const refresh = (changes: { [key: string]: chrome.storage.StorageChange }, area: string): void => {
  if (area === "session") return;
  console.log(Object.keys(changes));
};

chrome.storage.onChanged.addListener(refresh);
