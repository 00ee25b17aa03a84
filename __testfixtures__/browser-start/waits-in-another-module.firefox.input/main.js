import { count } from './count.js';

browser.browserAction.setBadgeText({ text: String(count) });
