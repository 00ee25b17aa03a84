document.getElementById('pause').addEventListener('click', async () => {
  const background = await browser.runtime.getBackgroundPage();
  background.level = 2;
  background.paused = !background.paused;
  background.visited.push(location.href);
  background.clicks++;
  background.setMode('fast');
  background.app.rename('north');
  background.route.stops = 4;
  background.speed = 2;
  background.answers.add('yes');
  background.tally.add(2);
  background.unread = 1;
  background.outOfReach = 1;
  background.setTheme('dark');
  background.options = {};
  document.title = background.getMode() + background.clicks + background.pageSize();
});
