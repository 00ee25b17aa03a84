import { reloadActive } from './tabs.js';

chrome.action.onClicked.addListener(reloadActive);
