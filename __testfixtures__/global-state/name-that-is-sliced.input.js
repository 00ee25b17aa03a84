const id = Math.random().toString(36).slice(2);
const told = [];

chrome.tabs.onCreated.addListener(() => {
  told.push(id);
  fetch(`https://stats.example/?ids=${new Set(told).size}`);
});
