chrome.runtime.onMessage.addListener((request, sender, resposne) => {
  const {method} = request;
  if (method === 'is-unload-blocked') {
    chrome.scripting.executeScript({
      target: {tabId: sender.tab.id, allFrames: true},
      files: ['data/inject/form.js']
    }, arr => {
      resposne((arr || []).some(({result: a}) => a));
    });
    return true;
  }
});
