importScripts('menu.js', 'background.js');
