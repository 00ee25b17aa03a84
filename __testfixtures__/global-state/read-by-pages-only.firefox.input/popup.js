document.getElementById('pause').addEventListener('click', async () => {
  const background = await browser.runtime.getBackgroundPage();
  const { current, app } = background;
  for (const id in background.playing) document.title += id;
  document.title += background.log.join() + background.address + background.queue.at(-1) + background.last + current.title + app.seen;
  document.title += background.hidden + background.version + background.config.size + background.size + background.same + background.bookmarks.length + background.left;
  background.written = 0;
});
