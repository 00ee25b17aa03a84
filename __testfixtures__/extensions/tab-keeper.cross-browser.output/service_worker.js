importScripts('keeper.js', 'main.js');
