import { mode, setMode, distractions, countOf, sessions } from './lib/focus.js';
import { showMode } from './lib/badge.js';

chrome.browserAction.onClicked.addListener(() => {
  setMode(mode === 'rest');
  showMode();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'distracted') {
    if (mode === 'work') {
      distractions[message.host] = countOf(message.host) ? 'again' : 'once';
    }
    sendResponse(distractions);
  } else if (message.type === 'state') {
    sendResponse({ mode, sessions: sessions() });
  }
});
