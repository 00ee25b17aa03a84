import { isDark } from './items.js';

chrome.tabs.onCreated.addListener(() => console.log(isDark()));
