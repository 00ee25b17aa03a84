browser.tabs.onCreated.addListener(async () => {
  const tabs = await browser.tabs.query({});
  console.log(tabs.length);
});
