let options = { clicks: true, level: 2 };

chrome.storage.local.get(options, (items) => {
  options = items;
  if (options.clicks && options.level > 1) chrome.commands.onCommand.addListener(onCommand);
});

function onCommand(command) {
  console.log('command', command);
}
