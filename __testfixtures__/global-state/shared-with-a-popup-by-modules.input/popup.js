import { escapeHtml } from './counter.js';

document.title = escapeHtml('1 < 2');
