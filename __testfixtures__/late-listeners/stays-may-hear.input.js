async function init() {
  const { first } = await chrome.storage.local.get('first');
  if (first) await chrome.storage.local.set({ version: 2 });
  chrome.storage.onChanged.addListener((changes) => {
    console.log(Object.keys(changes));
  });
}

init();
