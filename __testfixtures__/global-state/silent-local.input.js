chrome.tabs.onCreated.addListener(async (tab) => {
  let tries = 0;
  while (tries < 3) {
    tries += 1;
    await chrome.tabs.get(tab.id);
  }
  const words = [];
  words.push(tab.title);
  console.log(words);
});
