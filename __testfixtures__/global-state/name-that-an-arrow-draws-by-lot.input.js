const newId = () => "id-" + crypto.randomUUID();

const session = newId();

const told = [];

chrome.tabs.onCreated.addListener(() => {
  told.push(session);
  fetch("https://stats.example/?sessions=" + new Set(told).size);
});
