self.oninstall = () => self.skipWaiting();
self.onactivate = (event) => event.waitUntil(clients.claim());

addEventListener('activate', (event) => event.waitUntil(clients.claim()));
