const listeners = [];

const Settings = {
  current: undefined,
  onChange(listener) {
    listeners.push(listener);
  },
};

Settings.onChange((settings) => {
  chrome.browserAction.setBadgeText({ text: settings.on ? "on" : "" });
});

Bus.onChange(() => chrome.browserAction.setIcon({ path: "changed.png" }));
Bus.subscribe("tabs", () => fetch("https://example.com/tabs"));

chrome.runtime.onMessage.addListener((message) => {
  Settings.current = message.settings;
  for (const listener of listeners) listener(message.settings);
  Bus.publish("tabs");
});
