importScripts('places.js', 'background.js');
