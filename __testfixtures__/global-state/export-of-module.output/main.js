import { mode, setMode, stateRestored } from './state.js';

chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    setMode(message);
  });
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  if (mode === 'record') console.log('recorded');
});
