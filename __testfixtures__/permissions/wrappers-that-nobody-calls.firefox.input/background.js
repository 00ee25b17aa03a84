import { openBookmark } from './browser.js';

browser.runtime.onMessage.addListener((message) => openBookmark(message.id));
