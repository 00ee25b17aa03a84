async function save(name) {
  try {
    const page = chrome.extension.getBackgroundPage();
    await page.save({ name });
  } catch (error) {
    await chrome.storage.local.set({ name });
  }
}

document.querySelector('#go').addEventListener('click', async () => {
  await save(document.querySelector('input').value);
  window.close();
});
