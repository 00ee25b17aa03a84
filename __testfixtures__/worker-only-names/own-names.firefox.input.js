const clients = [];
const registration = { scope: '/' };
function importScripts(...names) {
  clients.push(...names);
}
importScripts('a');
console.log(clients, registration.scope);
