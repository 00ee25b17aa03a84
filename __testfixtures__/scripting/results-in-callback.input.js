chrome.browserAction.onClicked.addListener((tab) => {
  const target = tab.id;
  chrome.tabs.executeScript(target, { file: 'a.js' }, (results) => {
    if (results && results[0]) show(results[0].title);
    const first = (results || [])[0];
    for (const one of results) show(one);
    show(results.length, results.map((one) => one.title), first);
  });
  chrome.tabs.executeScript(target, { file: 'a.js', allFrames: true }, ([main, ...frames]) => show(main, frames));
  chrome.tabs.executeScript(target, { file: 'a.js', allFrames: true }, ([main, second = 'none'] = []) => show(main, second));
  chrome.tabs.executeScript(target, { file: 'a.js' }, ([{ title, url }]) => show(title, url));
  chrome.tabs.executeScript(target, { file: 'a.js' }, ([result]) => show(result));
  chrome.tabs.executeScript(target, { file: 'a.js' }, (r) => r.forEach(show));
});

function show(...values) {
  console.log(values);
}
