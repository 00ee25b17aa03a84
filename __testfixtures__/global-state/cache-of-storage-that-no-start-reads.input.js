let theme = 'light';

chrome.storage.onChanged.addListener((changes) => {
  if (changes.theme) theme = changes.theme.newValue;
});
chrome.tabs.onCreated.addListener(() => {
  console.log(theme);
});
