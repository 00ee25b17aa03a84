import { add, count } from './state.js';

export function note(tab) {
  add(tab.active);
  console.log(count);
}
