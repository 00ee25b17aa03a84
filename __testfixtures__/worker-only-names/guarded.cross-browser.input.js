if (typeof importScripts === 'function') importScripts('settings.js');

const inWorker = typeof ServiceWorkerGlobalScope !== 'undefined' && self instanceof ServiceWorkerGlobalScope;
if (inWorker) self.skipWaiting();
if ('clients' in self) self.clients.claim();
if (typeof document === 'undefined') importScripts('menus.js');
