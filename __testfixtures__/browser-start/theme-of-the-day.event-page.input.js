function show() {
  const hours = new Date().getHours();
  browser.theme.update({ colors: { frame: hours < 8 || hours > 20 ? '#000' : '#fff' } });
}

show();
browser.tabs.onActivated.addListener(show);
