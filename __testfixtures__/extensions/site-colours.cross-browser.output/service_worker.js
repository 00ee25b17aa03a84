importScripts('palette.js', 'background.js');
