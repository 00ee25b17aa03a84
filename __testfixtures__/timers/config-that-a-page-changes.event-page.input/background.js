setInterval(function () {
  Config.servers.forEach(function (server) {
    fetch(server.url, { method: 'HEAD' });
  });
}, 5 * 60 * 1000);
