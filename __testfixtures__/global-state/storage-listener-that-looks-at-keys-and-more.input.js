let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count);
});

chrome.storage.onChanged.addListener((changes) => {
  console.log(changes.color && changes.color.newValue);
});

chrome.storage.onChanged.addListener((changes) => {
  if (changes.color) console.log('color');
  console.log('something changed');
});

chrome.storage.onChanged.addListener((changes) => {
  console.log('changed');
});

chrome.storage.onChanged.addListener((changes) => {
  const { color } = changes;
  const size = changes.size?.newValue;
  if (!color && !size) return;
  console.log('look');
});
