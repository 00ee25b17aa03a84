async function show() {
  const page = await browser.runtime.getBackgroundPage();
  await page.settingsLoaded;
  document.body.style.color = page.settings.color;
}

show();
