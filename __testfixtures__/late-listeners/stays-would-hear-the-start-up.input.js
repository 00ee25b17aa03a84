async function main() {
  const { runs = 0 } = await chrome.storage.local.get('runs');
  await chrome.storage.local.set({ runs: runs + 1 });
  chrome.storage.onChanged.addListener((changes) => console.log(Object.keys(changes)));
}
main();
