const options = { color: 'red', size: 2 };
let loading;

async function load() {
  if (loading) return loading;
  loading = (async () => {
    Object.assign(options, await browser.storage.local.get(options));
  })();
  try {
    await loading;
  } catch (error) {
    loading = null;
  }
}

browser.runtime.onMessage.addListener(async () => {
  await load();
  return options.color;
});
