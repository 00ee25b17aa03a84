let started = false;

chrome.tabs.onRemoved.addListener((id) => {
  if (!started) {
    started = true;
    engine.start();
    setInterval(() => engine.turn(), 1000);
  }
  engine.remove(id);
});
