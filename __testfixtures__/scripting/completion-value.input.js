chrome.browserAction.onClicked.addListener(async (tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'const n = document.images.length; n * 2' }, ([n]) => console.log(n));
  chrome.tabs.executeScript(tab.id, { code: 'const n = 1; track(n);' }, () => console.log('done'));
  chrome.tabs.executeScript(tab.id, { code: 'if (window.ready) "yes"; else "no";' }, ([answer]) => console.log(answer));
  chrome.tabs.executeScript(tab.id, { code: 'document.title; var done = true' }, (r) => console.log(r[0]));
});
