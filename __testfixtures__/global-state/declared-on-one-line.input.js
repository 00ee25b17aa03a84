let count = 0; let list = []; const names = {};

chrome.tabs.onCreated.addListener(({ id, url }) => {
  count++;
  list.push(id);
  console.log(count, list.length);
});
