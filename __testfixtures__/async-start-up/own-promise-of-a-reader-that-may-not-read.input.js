let settings = { size: 1 };
function textOf(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    if (file) reader.readAsText(file);
  });
}

async function init() {
  const { file } = await chrome.storage.local.get('file');
  settings = JSON.parse(await textOf(file));
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
