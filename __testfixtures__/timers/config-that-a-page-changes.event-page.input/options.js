var servers = document.getElementById('servers');
servers.onchange = function () {
  Config.servers = JSON.parse(servers.value);
};
