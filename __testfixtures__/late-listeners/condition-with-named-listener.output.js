let options = { clicks: true, level: 2 };

const optionsLoaded = chrome.storage.local.get(options).then((items) => {
  options = items;
}).catch(console.error);

chrome.commands.onCommand.addListener(onCommand);

async function onCommand(command) {
  await optionsLoaded;
  if (!(options.clicks && options.level > 1)) return;
  console.log('command', command);
}
