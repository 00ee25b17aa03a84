importScripts('names.js', 'load.js', 'again.js');
