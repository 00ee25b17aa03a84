chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener((message) => port.postMessage(message));
});

let host;
function send(message) {
  if (!host) {
    host = chrome.runtime.connectNative('com.example.host');
    host.onDisconnect.addListener(() => { host = undefined; });
  }
  host.postMessage(message);
}
chrome.alarms.onAlarm.addListener(() => send('tick'));
