importScripts('times.js', 'background.js');
