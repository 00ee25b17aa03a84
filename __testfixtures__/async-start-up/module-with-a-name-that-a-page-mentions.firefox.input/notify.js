export function notify(url) {
  browser.browserAction.setTitle({ title: url });
}
