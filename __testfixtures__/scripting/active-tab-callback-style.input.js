document.getElementById('go').onclick = function() {
  chrome.tabs.executeScript({file: 'content.js'}, function() {
    if (chrome.runtime.lastError) {
      console.error(chrome.runtime.lastError.message);
      return;
    }
    console.log(`injected
  at once`);
  });
};
