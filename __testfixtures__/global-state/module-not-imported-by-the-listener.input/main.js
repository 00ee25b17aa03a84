import { note } from './helper.js';

chrome.tabs.onCreated.addListener((tab) => {
  note(tab);
});
