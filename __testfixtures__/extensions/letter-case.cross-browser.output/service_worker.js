importScripts('lib/store.min.js', 'background.js');
