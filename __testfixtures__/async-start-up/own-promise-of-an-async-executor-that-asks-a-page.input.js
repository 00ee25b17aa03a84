let settings = { size: 1 };
function load() {
  return new Promise(async (resolve) => {
    const [tab] = await chrome.tabs.query({ active: true });
    resolve(await chrome.tabs.sendMessage(tab.id, 'settings'));
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
