let settings = { size: 1 };
const answers = [chrome.runtime.sendMessage('size')];

async function init() {
  const loads = [];
  loads.push(...answers);
  await Promise.all(loads);
  settings = await chrome.storage.local.get({ size: 1 });
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
