importScripts('settings.js', 'menus.js');

self.addEventListener('install', () => self.skipWaiting());
