importScripts('words.js', 'background.js');
