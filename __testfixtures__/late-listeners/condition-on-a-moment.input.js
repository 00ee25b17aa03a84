async function main() {
  const tabs = await chrome.tabs.query({ pinned: true });
  if (tabs.length > 9) return;
  chrome.windows.onRemoved.addListener((id) => console.log(id));
}
main();
