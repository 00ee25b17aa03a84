import { browser } from './adapter.js';

fetch('https://example.com/started?id=' + browser.runtime.id);

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
