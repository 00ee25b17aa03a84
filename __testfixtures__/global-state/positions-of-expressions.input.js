const words = /\w+/g;
const tokens = new RegExp('\\S+', 'y');
const numbers = /\d+/g;
const places = /here/g;

function firstNumber(text) {
  let match;
  while ((match = numbers.exec(text))) {
    if (match[0] > 9) return match[0];
  }
}

chrome.tabs.onCreated.addListener((tab) => {
  if (words.test(tab.title)) chrome.tabs.remove(tab.id);
  console.log(tokens.exec(tab.title), firstNumber(tab.title));
  places.lastIndex = tab.id;
});
chrome.tabs.onRemoved.addListener((id) => {
  console.log(places.exec(String(id)));
});
