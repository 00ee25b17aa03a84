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
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
