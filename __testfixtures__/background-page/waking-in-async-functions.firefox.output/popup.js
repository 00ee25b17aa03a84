async function save(name) {
  try {
    const page = await chrome.runtime.getBackgroundPage();
    await page.save({ name });
  } catch (error) {
    await chrome.storage.local.set({ name });
  }
}

document.querySelector('#go').addEventListener('click', async () => {
  await save(document.querySelector('input').value);
  window.close();
});
