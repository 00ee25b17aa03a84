browser.runtime.onMessage.addListener(async (message) => {
  if (message !== "title") return;
  await browser.tabs.insertCSS({ file: "content.css" });
  const [title] = await browser.tabs.executeScript({ code: "document.title" });
  return title;
});
