let visits = 0;
function count() {
  visits += 1;
}
function show() {
  console.log(visits);
}
setInterval(() => {
  count();
  show();
}, 60_000);
chrome.tabs.onUpdated.addListener(() => {
  count();
  show();
});
