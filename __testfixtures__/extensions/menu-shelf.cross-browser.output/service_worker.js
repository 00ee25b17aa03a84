importScripts('settings.js', 'background.js');
