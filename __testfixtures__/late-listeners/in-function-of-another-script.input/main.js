fetch('config.json').then(function () {
  listen();
});
