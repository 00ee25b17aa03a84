let visits = 0;
let shown = () => 'nothing';

function show() {
  console.log(shown(), visits);
}

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) {
    visits++;
  }
  shown = () => id;
  show();
});
