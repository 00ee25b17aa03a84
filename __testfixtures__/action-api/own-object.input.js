const recorder = { chrome: { browserAction: { setIcon() {} } } };
recorder.chrome.browserAction.setIcon();
function test(chrome) {
  chrome.browserAction.setIcon({ path: "a.png" });
  const { browserAction } = chrome;
  return browserAction;
}
class Toolbar { browserAction = 1; read() { return this.browserAction; } }
test(recorder.chrome);
