browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const [command, name] = message.split(' ');
  stateRestored.then(() => {
    if (command === 'keep') notes.keep(name, 'a note');
    if (command === 'drop') notes.drop(name);
    sendResponse(notes.list());
  });
  return true;
});
