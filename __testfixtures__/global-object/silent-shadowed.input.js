chrome.windows.onCreated.addListener((window) => {
  console.log(window.id, { window }, 'window.id');
});
chrome.windows.getAll((list) => {
  for (const window of list) console.log(window.setTimeout);
});
