import { type Notice, Page } from './notice';
import Other = require('./other');

chrome.runtime.onMessage.addListener((message: Page, sender, answer: (other: Other.Other, notice: Notice) => void) => console.log(message));
