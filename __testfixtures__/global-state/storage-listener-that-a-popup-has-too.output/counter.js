chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "session") return;
  for (const name in changes) console.log(name, changes[name].newValue);
});
