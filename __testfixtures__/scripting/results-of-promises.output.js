async function read(tabId) {
  const [{ result: title }] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => document.title
  });
  const words = await browser.scripting.executeScript({ target: { tabId }, files: ["/words.js"] });
  const size = (await browser.scripting.executeScript({
    target: { tabId },
    files: ["/size.js"]
  }))[0].result;
  await browser.scripting.executeScript({ target: { tabId }, files: ["/done.js"] });
  return { title, size, count: words[0].result.length };
}

browser.browserAction.onClicked.addListener((tab) => {
  const executing = browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => location.href
  });
  executing.then(onExecuted, onError);
  browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["/x.js"]
  }).then((results) => console.log(results[0].result));
  return read(tab.id);
});

function onExecuted(result) {
  console.log(`We executed in ${result.length} frames: ${result[0].result}`);
}

function onError(error) {
  console.log(error);
}
