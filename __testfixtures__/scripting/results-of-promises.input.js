async function read(tabId) {
  const [title] = await browser.tabs.executeScript(tabId, { code: "document.title" });
  const words = await browser.tabs.executeScript(tabId, { file: "/words.js" });
  const size = (await browser.tabs.executeScript(tabId, { file: "/size.js" }))[0];
  await browser.tabs.executeScript(tabId, { file: "/done.js" });
  return { title, size, count: words[0].length };
}

browser.browserAction.onClicked.addListener((tab) => {
  const executing = browser.tabs.executeScript(tab.id, { code: "location.href" });
  executing.then(onExecuted, onError);
  browser.tabs.executeScript(tab.id, { file: "/x.js" }).then((results) => console.log(results[0]));
  return read(tab.id);
});

function onExecuted(result) {
  console.log(`We executed in ${result.length} frames: ${result[0]}`);
}

function onError(error) {
  console.log(error);
}
