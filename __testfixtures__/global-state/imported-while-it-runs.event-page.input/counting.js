import { state } from './state.js';

const step = 1;
let count = 0;

export function add() {
  count += step;
  state.last = count;
}

export function show() {
  console.log(count, state.last);
}
