if (typeof importScripts === 'function') importScripts('lib/a.js');

console.log(a);
