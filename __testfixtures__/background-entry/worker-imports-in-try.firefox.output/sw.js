try {
  if (typeof importScripts === 'function') {
    importScripts('lib/a.js');
  }
  start(a);
} catch (error) {
  console.error(error);
}

function start(value) {
  console.log(value);
}
