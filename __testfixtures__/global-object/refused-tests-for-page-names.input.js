if ('localStorage' in window) console.log(window.localStorage.length);
if (window.document) console.log(window.document.title);
if (window.hasOwnProperty('document')) console.log('a page');
const { document: page, setTimeout: later } = window;
later(() => console.log(page), 5);
