import { defineBackground } from './framework.js';

export default defineBackground(() => {
  chrome.tabs.onRemoved.addListener((tabId) => console.log(tabId));
});
