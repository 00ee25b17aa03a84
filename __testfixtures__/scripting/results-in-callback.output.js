chrome.browserAction.onClicked.addListener((tab) => {
  const target = tab.id;
  chrome.scripting.executeScript({ target: { tabId: target }, files: ['a.js'] }, (results) => {
    if (results && results[0].result) show(results[0].result.title);
    const first = (results || [])[0]?.result;
    for (const { result: one } of results) show(one);
    show(results.length, results.map(({ result: one }) => one.title), first);
  });
  chrome.tabs.executeScript(target, { file: 'a.js', allFrames: true }, ([main, ...frames]) => show(main, frames));
  chrome.scripting.executeScript({
    target: { tabId: target, allFrames: true },
    files: ['a.js']
  }, ([{ result: main } = {}, { result: second = 'none' } = {}] = []) => show(main, second));
  chrome.scripting.executeScript({
    target: { tabId: target },
    files: ['a.js']
  }, ([{ result: { title, url } }]) => show(title, url));
  chrome.scripting.executeScript({ target: { tabId: target }, files: ['a.js'] }, ([{ result }]) => show(result));
  chrome.scripting.executeScript({
    target: { tabId: target },
    files: ['a.js']
  }, (r) => r?.map(({ result }) => result).forEach(show));
});

function show(...values) {
  console.log(values);
}
