let words = [];

async function init() {
  await load();
}

async function load() {
  const stored = await chrome.storage.local.get({ words: ['a'] });
  words = stored.words;
}

function addListeners() {
  chrome.tabs.onCreated.addListener(async (tab) => {
    await wordsLoaded;
    console.log(tab.id, words);
  });
  chrome.commands.onCommand.addListener(async (command) => {
    await wordsLoaded;
    console.log(command, words);
  });
}

const wordsLoaded = init().catch(console.error);
addListeners();
