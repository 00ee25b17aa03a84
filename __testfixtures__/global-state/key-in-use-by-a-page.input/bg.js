let count = 0;
chrome.tabs.onCreated.addListener(() => {
  count++;
});
chrome.commands.onCommand.addListener(() => console.log(count));
