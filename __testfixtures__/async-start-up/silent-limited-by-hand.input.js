let words = [];

const loading = fetch('https://words.example/list.json')
  .then((response) => response.json())
  .then((list) => {
    words = list;
  })
  .catch(console.error);
const ready = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 3000))]);

chrome.tabs.onCreated.addListener(async (tab) => {
  await ready;
  if (words.includes(tab.title)) chrome.tabs.remove(tab.id);
});
