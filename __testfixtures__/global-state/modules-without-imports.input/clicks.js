let count = 100;

chrome.commands.onCommand.addListener(() => {
  count += 1;
  console.log(count);
});
