let list = [];
async function init() {
  const response = await fetch('https://a.example/list.json');
  list = await response.json();
}
const loading = init().catch(console.error);
const listLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);
chrome.tabs.onUpdated.addListener(async () => {
  await listLoaded;
  console.log(list.length);
});
