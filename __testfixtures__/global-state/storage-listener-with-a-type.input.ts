let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

const refresh = (changes: { [key: string]: chrome.storage.StorageChange }): void => {
  console.log(Object.keys(changes));
};

chrome.storage.onChanged.addListener(refresh);
