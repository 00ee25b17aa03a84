importScripts('background.js');
