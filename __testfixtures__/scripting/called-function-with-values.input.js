chrome.runtime.onMessage.addListener(({ word, color }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `(() => {
    for (const mark of find("${word}")) {
      mark.style.color = "${color}";
    }
    return "${word}".length;
  })()` }, ([length]) => console.log(length));
  chrome.tabs.executeScript(tab.id, { code: '(function (a) { log(a, "' + word + '"); })(1)' });
});
