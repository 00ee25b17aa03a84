let platform;
let manifestName;

async function isAndroid() {
  if (platform === undefined || platform === null || platform === '') {
    await new Promise((resolve) => {
      chrome.runtime.getPlatformInfo((info) => {
        platform = info.os;
        resolve();
      });
    });
  }
  return platform === 'android';
}

chrome.tabs.onCreated.addListener(async () => {
  if (!(await isAndroid())) console.log('desktop');
});
