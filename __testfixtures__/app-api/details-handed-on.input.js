report(chrome.app.getDetails());
function report({ id, version }) { console.log(id, version); }
