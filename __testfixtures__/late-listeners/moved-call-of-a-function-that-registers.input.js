let words = [];

async function init() {
  await load();
  addListeners();
}

async function load() {
  const stored = await chrome.storage.local.get({ words: ['a'] });
  words = stored.words;
}

function addListeners() {
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id, words));
  chrome.commands.onCommand.addListener((command) => console.log(command, words));
}

init();
