importScripts('js/background.js');
