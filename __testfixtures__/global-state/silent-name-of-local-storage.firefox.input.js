const settings = window.localStorage;

browser.runtime.onMessage.addListener((message) => {
  settings.theme = message.theme;
});

browser.tabs.onCreated.addListener(() => {
  console.log(settings.theme);
});
