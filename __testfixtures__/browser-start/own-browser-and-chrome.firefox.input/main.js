import { browser, chrome } from './adapter.js';

fetch('https://example.com/started?id=' + browser.runtime.id + chrome.id);
