chrome.storage.sync.get({ theme: 'light' }, ({ theme }) => {
  if (theme === 'dark') chrome.action.setIcon({ path: 'dark.png' });
});

function onCommand(command) {
  console.log(command);
}

const onRemoved = (id) => console.log('closed', id);
chrome.commands.onCommand.addListener(onCommand);
chrome.tabs.onRemoved.addListener(onRemoved);
