const { clipboard, language } = navigator;

chrome.runtime.onMessage.addListener((text) => {
  const { geolocation } = navigator;
  geolocation.getCurrentPosition(console.log);
  clipboard.writeText(`${language}: ${text}`);
});
