let settings = { size: 1 };
function measured() {
  return new Promise((resolve, reject) => {
    const job = new Measurement('sizes');
    job.oncomplete = () => resolve(job.result);
    job.onabort = () => reject(job.error);
  });
}

async function init() {
  settings = { size: await measured() };
}
const loading = init().catch(console.error);
const settingsLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
