var global = window;
let other = window;
other = chrome;
global.count = 1;
console.log(other.runtime);
