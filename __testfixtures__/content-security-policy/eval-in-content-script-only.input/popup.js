chrome.devtools.inspectedWindow.eval('1 + 1');
document.body.retrieval(1);
setTimeout(update, 100);
function update() {}
