let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

chrome.storage.onChanged.addListener(({ color: { newValue } }) => {
  console.log(newValue);
});
