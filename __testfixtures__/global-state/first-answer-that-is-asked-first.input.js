let winner;

function answer(message) {
  if (winner) return winner;
  winner = message.name;
  return winner;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(answer(message));
});
