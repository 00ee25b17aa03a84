import { mode, setMode } from './state.js';

chrome.runtime.onMessage.addListener((message) => {
  setMode(message);
});
chrome.tabs.onCreated.addListener(() => {
  if (mode === 'record') console.log('recorded');
});
