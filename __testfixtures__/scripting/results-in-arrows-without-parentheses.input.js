chrome.runtime.onMessage.addListener((request, sender, resposne) => {
  const {method} = request;
  if (method === 'is-unload-blocked') {
    chrome.tabs.executeScript(sender.tab.id, {
      file: 'data/inject/form.js',
      allFrames: true,
      matchAboutBlank: true
    }, arr => {
      resposne((arr || []).some(a => a));
    });
    return true;
  }
});
