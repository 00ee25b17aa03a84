const debug = navigator.userAgent.includes('Nightly');
if (debug) importScripts('lib/a.js');
