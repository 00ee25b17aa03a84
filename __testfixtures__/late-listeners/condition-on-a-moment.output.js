let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function main() {
  const tabs = await chrome.tabs.query({ pinned: true });
  if (tabs.length > 9) return;
  startListening();
}

chrome.windows.onRemoved.addListener(async (id) => {
  await listening;
  console.log(id);
});
main();
