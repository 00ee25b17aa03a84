const icon = { path: 'icons/page.png' };

function reset(windowId) {
  try {
    browser.action.setIcon({ path: null });
    browser.action.setTitle({ windowId, title: 'Ready' });
    return;
  } catch {
    // Chrome knows neither.
  }
  browser.action.setIcon(icon);
  browser.action.setTitle({ title: null });
}

browser.runtime.onMessage.addListener(reset);
