import { read } from './lib/read.js';

export function start() {
  read(document.title);
}
