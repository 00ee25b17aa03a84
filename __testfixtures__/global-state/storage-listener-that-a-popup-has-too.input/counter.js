chrome.storage.onChanged.addListener((changes) => {
  for (const name in changes) console.log(name, changes[name].newValue);
});
