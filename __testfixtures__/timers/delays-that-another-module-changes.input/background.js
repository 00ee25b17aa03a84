import times from './first.js';
import * as others from './second.js';
import { SOON, raise } from './fourth.js';

chrome.runtime.onMessage.addListener((message) => {
  times.close = message.close;
  others.LATER.open = message.open;
  SOON.move = message.move;
  raise(message.attached);
});
