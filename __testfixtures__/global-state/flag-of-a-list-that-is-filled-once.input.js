let filled = false;
const words = [];

chrome.tabs.onRemoved.addListener((id) => {
  if (!filled) {
    filled = true;
    words.push('one', 'two');
  }
  words.push(`tab ${id}`);
  console.log(words.join());
});
