importScripts('seats.js', 'background.js');
