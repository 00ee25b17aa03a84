importScripts('settings.js');
self.skipWaiting();
