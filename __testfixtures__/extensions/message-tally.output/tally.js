let total = 0;
const tallyRestored = chrome.storage.session.get({ total }).then((saved) => {
  total = saved.total;
}).catch(console.error);

function count() {
  total += 1;
  chrome.storage.session.set({ total });
  return total;
}

function inWords(number) {
  return number === 1 ? 'one message' : `${number} messages`;
}
