window.clients = [];
window.registration = null;
if (window.importScripts || 'clients' in window) console.log('a worker');

chrome.runtime.onMessage.addListener((client) => {
  window.clients.push(client);
});
