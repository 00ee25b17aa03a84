export const root = window;
let other = window;
var own = window;
const mixed = own || {};
other = chrome;
own.count = 1;
export const count = () => mixed.document.title + other.runtime;
