let list = [];
async function init() {
  const response = await fetch('https://a.example/list.json');
  list = await response.json();
}
init();
chrome.tabs.onUpdated.addListener(() => console.log(list.length));
