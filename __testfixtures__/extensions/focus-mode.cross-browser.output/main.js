import { mode, setMode, distractions, countOf, sessions, stateRestored } from './lib/focus.js';
import { showMode } from './lib/badge.js';

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  setMode(mode === 'rest');
  showMode();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'distracted') {
    stateRestored.then(() => {
      if (mode === 'work') {
        distractions[message.host] = countOf(message.host) ? 'again' : 'once';
        chrome.storage.session.set({ distractions });
      }
      sendResponse(distractions);
    });
    return true;
  } else if (message.type === 'state') {
    stateRestored.then(() => {
      sendResponse({ mode, sessions: sessions() });
    });
    return true;
  }
});
