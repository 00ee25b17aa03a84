import { see, seen } from './store.js';

chrome.tabs.onCreated.addListener(({ id }) => see(id));
chrome.commands.onCommand.addListener((name) => {
  [{ name }, seen].forEach(see);
});
chrome.browserAction.onClicked.addListener(() => console.log(seen.length));
