let reply = '';
chrome.runtime.sendMessage('hello', (answer) => {
  reply = answer;
});
chrome.tabs.onUpdated.addListener(() => console.log(reply));
