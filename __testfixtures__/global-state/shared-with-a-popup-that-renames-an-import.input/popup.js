import { countOpened as count } from './counter.js';

document.title = count();
