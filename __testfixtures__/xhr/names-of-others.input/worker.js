importScripts('names.js', 'load.js');
