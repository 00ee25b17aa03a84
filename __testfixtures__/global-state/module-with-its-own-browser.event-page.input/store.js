import browser from './info.js';

let count = 0;
export function add(id) {
  count += 1;
  console.log(count, browser.name, id);
}
