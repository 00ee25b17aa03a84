let mask = 0;
let both = 0;
let bits = 0;

function either(a, b) {
  return a | b;
}

chrome.tabs.onUpdated.addListener((id) => {
  mask = BigInt(id) << 2n;
  both = either(BigInt(id), 1n);
  bits = id | (1 << 3);
});

chrome.tabs.onRemoved.addListener(() => {
  chrome.action.setTitle({ title: `${typeof mask} ${both} ${bits}` });
});
