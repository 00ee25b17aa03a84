browser.webNavigation.onCompleted.addListener(async ({ tabId }) => {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: ["/top.js"]
  });
  await browser.scripting.insertCSS({
    target: { tabId, frameIds: [0] },
    files: ["/top.css"],
    origin: "USER"
  });
});
