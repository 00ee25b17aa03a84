importScripts('notes.js', 'background.js');
