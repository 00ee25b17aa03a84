(async () => {
  const app = new App();
  await app.init();
})();
