function on(event, listener) {
  event.addListener(listener);
}
on(chrome.tabs.onCreated, () => {});
on(chrome.runtime.onMessage, (message) => console.log(message));
