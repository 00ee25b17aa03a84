import { note } from './helper.js';
import { stateRestored } from './state.js';

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  note(tab);
});
