import { mode, setMode, changeCount } from './state.js';
import './badge.js';

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'toggle') {
    setMode(mode === 'idle');
    sendResponse(changeCount);
  }
});
