importScripts('settings.js', 'tabs.js');
