const TWENTY_SECONDS = 20 * 1000;

window.addEventListener('beforeunload', () => console.log('end'));
window.onunload = () => console.log('end');
chrome.runtime.onSuspendCanceled.addListener(() => console.log('go on'));
chrome.runtime.onUpdateAvailable.addListener(() => chrome.runtime.reload());

setInterval(() => chrome.runtime.getPlatformInfo(() => {}), TWENTY_SECONDS);
setInterval(async () => { await chrome.storage.local.get('x'); }, 25000);
