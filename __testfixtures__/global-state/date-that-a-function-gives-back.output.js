let started = new Date();
const stateRestored = chrome.storage.session.get({ started: started.getTime() }).then((saved) => {
  started = new Date(saved.started);
  chrome.storage.session.set({ started: started.getTime() });
}).catch(console.error);

function since() {
  return started;
}

chrome.commands.onCommand.addListener(async () => {
  await stateRestored;
  console.log(since() === started);
});
