let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

chrome.storage.onChanged.addListener((changes: object): void => console.log(changes));
