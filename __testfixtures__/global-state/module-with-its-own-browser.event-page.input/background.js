import { add } from './store.js';

chrome.tabs.onCreated.addListener((tab) => {
  add(tab.id);
});
