let mask = 0;
let both = 0;
let bits = 0;
const stateRestored = chrome.storage.session.get({ bits }).then((saved) => {
  bits = saved.bits;
}).catch(console.error);

function either(a, b) {
  return a | b;
}

chrome.tabs.onUpdated.addListener(async (id) => {
  mask = BigInt(id) << 2n;
  both = either(BigInt(id), 1n);
  await stateRestored;
  bits = id | (1 << 3);
  chrome.storage.session.set({ bits });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  chrome.action.setTitle({ title: `${typeof mask} ${both} ${bits}` });
});
