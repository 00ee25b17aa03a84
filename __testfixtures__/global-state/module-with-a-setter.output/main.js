import { mode, setMode, changeCount, stateRestored } from './state.js';
import './badge.js';

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'toggle') {
    stateRestored.then(() => {
      setMode(mode === 'idle');
      sendResponse(changeCount);
    });
    return true;
  }
});
