/*! jQuery stand-in | MIT license */
window.$ = (selector) => document.querySelector(selector);
