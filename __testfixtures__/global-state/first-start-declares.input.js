let count = 5;
var first = count + 1;

chrome.tabs.onCreated.addListener(() => {
  count++;
  console.log(count, first);
});
