import { api, load, save } from './api.js';
import { addNote, dropOld, notesOf } from './notes.js';
import { refresh } from './badge.js';

api.runtime.onInstalled.addListener(() => {
  api.alarms.create('drop-old', { periodInMinutes: 12 * 60 });
});

api.alarms.onAlarm.addListener(async ({ name }) => {
  if (name !== 'drop-old') return;
  const { days } = await load({ days: 365 });
  await save({ left: await dropOld(days) });
});

api.action.onClicked.addListener((tab) => pin(tab));

api.commands.onCommand.addListener((command) => {
  if (command !== 'pin') return;
  chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => pin(tab));
});

// The page asks for the text and sends it back.
function pin(tab) {
  chrome.tabs.sendMessage(tab.id, { type: 'pin', color: 'rgb(255, 250, 200)' });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const url = message.url ?? sender.tab.url;
  if (message.type === 'notes') {
    notesOf(url).then(sendResponse);
    return true;
  }
  if (message.type === 'add') {
    addNote(url, { text: message.text, top: message.top, time: Date.now() }).then(async (count) => {
      await countLoaded;
      if (sender.tab) refresh(sender.tab.id, url);
      sendResponse(count);
    });
    return true;
  }
});

let count;
// Who wants it sees the number of notes on every page.
const countLoaded = load({ count: false }).then((found) => {
  ({ count } = found);
}).catch(console.error);

api.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
  await countLoaded;
  if (!count) return;
  if (status === 'complete' && url) refresh(tabId, url);
});
