function show() {
  const hours = new Date().getHours();
  browser.theme.update({ colors: { frame: hours < 8 || hours > 20 ? '#000' : '#fff' } });
}

show();
browser.tabs.onActivated.addListener(show);

// The browser starts the background for this listener; all else is done at top level.
browser.runtime.onStartup.addListener(() => {});
