const media = window.matchMedia('(prefers-color-scheme: dark)');
const paint = () => chrome.browserAction.setIcon({ path: media.matches ? 'dark.png' : 'light.png' });

chrome.storage.local.get({ follow: true }, ({ follow }) => {
  media[follow ? 'addListener' : 'removeListener'](paint);
});
