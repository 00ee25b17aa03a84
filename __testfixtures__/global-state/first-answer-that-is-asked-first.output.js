let winner;
const stateRestored = chrome.storage.session.get({ winner: { value: winner } }).then((saved) => {
  winner = saved.winner.value;
}).catch(console.error);

function answer(message) {
  if (winner) return winner;
  winner = message.name;
  chrome.storage.session.set({ winner: { value: winner } });
  return winner;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(answer(message));
  });
  return true;
});
