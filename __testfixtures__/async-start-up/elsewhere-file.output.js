let settings = { size: 1 };
function textOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

async function init() {
  const response = await fetch(chrome.runtime.getURL('sizes.json'));
  settings = JSON.parse(await textOf(await response.blob()));
}
const settingsLoaded = init().catch(console.error);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
