const started = new Date();

function since() {
  return started;
}

chrome.commands.onCommand.addListener(() => {
  console.log(since() === started);
});
