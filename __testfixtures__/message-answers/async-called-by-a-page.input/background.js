import { answer } from './answer.js';

chrome.runtime.onMessage.addListener(answer);
