let greeting = null;
let containers;
let names;

function greetingOf() {
  return greeting || (greeting = chrome.i18n.getMessage("hello") + chrome.runtime.getManifest().name);
}

async function load() {
  if (containers) return;
  containers = await chrome.bookmarks.getTree();
}

async function namesOf() {
  if (names) return names;
  await load();
  names = containers.map(({ title }) => title);
  return names;
}

function forget() {
  containers = undefined;
  names = undefined;
}

chrome.bookmarks.onCreated.addListener(forget);
chrome.bookmarks.onRemoved.addListener(forget);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "reset") {
    greeting = null;
    return false;
  }
  load().then(() => sendResponse([greetingOf(), containers.length]));
  return true;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  chrome.tabs.sendMessage(tab.id, await namesOf());
});
