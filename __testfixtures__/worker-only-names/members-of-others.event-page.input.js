const server = { clients: [], registration: 1, skipWaiting() {} };
server.skipWaiting();
console.log(server.clients, server.registration);
document.fonts.ready.then(() => console.log(fonts));
var fonts = document.fonts;
