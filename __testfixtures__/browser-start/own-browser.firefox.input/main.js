import { browser } from './adapter.js';

fetch('https://example.com/started?id=' + browser.runtime.id);
